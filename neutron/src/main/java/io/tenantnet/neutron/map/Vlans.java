/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.Vlan;
import org.opendaylight.yangtools.yang.common.Uint32;

/** VLANs of networking-l2gw, which are numbers or texts of digits. */
final class Vlans {
    private Vlans() {
    }

    static Vlan read(final Fields fields, final String key, final String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw fields.wrong(key, "is not a VLAN: '" + text + "'");
        }
        return new Vlan(Uint32.valueOf(text));
    }
}
