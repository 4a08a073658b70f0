/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Values of the tenant model's types, or null, as its builders want them. */
final class Values {
    private static final long HIGHEST_UINT32 = 0xffff_ffffL;

    private Values() {
    }

    static @Nullable Uuid id(final Fields fields, final String key) {
        return fields.id(key).map(Uuid::new).orElse(null);
    }

    static @Nullable IpAddress address(final Fields fields, final String key) {
        return fields.word(key).map(IpAddress::new).orElse(null);
    }

    static @Nullable IpPrefix prefix(final Fields fields, final String key) {
        return fields.word(key).map(IpPrefix::new).orElse(null);
    }

    static @Nullable Uint32 number(final Fields fields, final String key) {
        return fields.number(key, HIGHEST_UINT32).map(Uint32::valueOf).orElse(null);
    }

    static @Nullable Boolean flag(final Fields fields, final String key) {
        return fields.flag(key).orElse(null);
    }
}
