/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroups;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.groups.SecurityGroup;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.groups.SecurityGroupBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.groups.SecurityGroupKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Neutron's security group; the rules in it are objects of their own. */
final class SecurityGroupMapping implements Mapping<SecurityGroup> {
    @Override
    public InstanceIdentifier<SecurityGroup> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(SecurityGroups.class)
            .child(SecurityGroup.class, new SecurityGroupKey(new Uuid(id))).build();
    }

    @Override
    public SecurityGroup data(final String id, final Fields fields) {
        return new SecurityGroupBuilder(new Identity(id, fields)).setStateful(Values.flag(fields, "stateful")).build();
    }
}
