/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroupRules;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule.Direction;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule.Ethertype;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRuleBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRuleKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Neutron's security group rule. Neutron's rules allow, and have no order. */
final class SecurityRuleMapping implements Mapping<SecurityGroupRule> {
    @Override
    public InstanceIdentifier<SecurityGroupRule> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(SecurityGroupRules.class)
            .child(SecurityGroupRule.class, new SecurityGroupRuleKey(new Uuid(id))).build();
    }

    /**
     * A rule whose other side is an address group, which the tenant model does not have, is not mapped: without its
     * other side it would allow everybody.
     */
    @Override
    public boolean isMapped(final Fields fields) {
        return fields.id("remote_address_group_id").isEmpty();
    }

    @Override
    public SecurityGroupRule data(final String id, final Fields fields) {
        return new SecurityGroupRuleBuilder(new Identity(id, fields))
            .setSecurityGroupId(Values.id(fields, "security_group_id"))
            .setDirection(direction(fields))
            .setEthertype(ethertype(fields))
            .setProtocol(fields.nameOrNumber("protocol").map(name -> name.toLowerCase(Locale.ROOT)).orElse(null))
            .setPortRangeMin(Values.number(fields, "port_range_min"))
            .setPortRangeMax(Values.number(fields, "port_range_max"))
            .setRemoteIpPrefix(Values.prefix(fields, "remote_ip_prefix"))
            .setRemoteGroupId(Values.id(fields, "remote_group_id"))
            .build();
    }

    private static @Nullable Direction direction(final Fields fields) {
        final var key = "direction";
        return fields.word(key).map(name -> Direction.forName(name)
            .orElseThrow(() -> fields.wrong(key, "is neither ingress nor egress"))).orElse(null);
    }

    private static @Nullable Ethertype ethertype(final Fields fields) {
        final var key = "ethertype";
        return fields.word(key).map(name -> Ethertype.forName(name)
            .orElseThrow(() -> fields.wrong(key, "is neither IPv4 nor IPv6"))).orElse(null);
    }
}
