/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import io.tenantnet.impl.flow.Vlan;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.VlanId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.VlanMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.VlanMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.vlan.match.fields.VlanIdBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;

/** Puts a condition for the VLAN into OpenFlowPlugin's words, which know no VLAN, any VLAN, and the VLANs 1..4095. */
final class VlanEncoder {
    private VlanEncoder() {
    }

    /**
     * Encodes a condition (OpenFlow 1.3.5 section 7.2.3.8).
     *
     * @throws IllegalArgumentException if OpenFlowPlugin can't say it
     */
    static VlanMatch encode(final FieldMatch condition) {
        final boolean none = condition.isExact() && condition.low() == Vlan.NONE;
        final boolean any = condition.low() == Vlan.PRESENT && condition.maskLow() == Vlan.PRESENT;
        final boolean one = condition.isExact() && condition.low() > Vlan.PRESENT;
        if (!none && !any && !one) {
            throw new IllegalArgumentException("OpenFlowPlugin can't match " + condition);
        }
        return new VlanMatchBuilder().setVlanId(new VlanIdBuilder().setVlanIdPresent(!none)
            .setVlanId(new VlanId(Uint16.valueOf(one ? condition.low() - Vlan.PRESENT : 0))).build()).build();
    }
}
