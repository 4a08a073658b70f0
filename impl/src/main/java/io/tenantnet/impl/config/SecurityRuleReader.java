/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNullElse;

import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpProtocol;
import java.util.Optional;
import java.util.OptionalInt;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule.Action;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule.Ethertype;

/** Reads a rule of a security group, with the checks of Neutron's API (extension security-group). */
final class SecurityRuleReader {
    private static final String PROTOCOL = "protocol";
    private static final String REMOTE = "remote-ip-prefix";
    private static final int HIGHEST_PROTOCOL = 255;
    private static final int LOWEST_PRIORITY = 100;

    private final SecurityGroupRule source;
    private final LeafReader leaves;
    private final int version;

    SecurityRuleReader(final SecurityGroupRule source) {
        this.source = source;
        leaves = LeafReader.of("security group rule", source.getUuid().getValue());
        version = source.getEthertype() == Ethertype.IPv6 ? 6 : 4;
    }

    SecurityRule read() {
        final var id = leaves.uuid("uuid", source.getUuid().getValue());
        final var group = leaves.uuid("security-group-id",
            leaves.needed("security-group-id", source.getSecurityGroupId()).getValue());
        final var direction = switch (leaves.needed("direction", source.getDirection())) {
            case Ingress -> SecurityRule.Direction.INGRESS;
            case Egress -> SecurityRule.Direction.EGRESS;
        };
        final var protocol = protocol();
        final var range = new RuleRange(source, leaves, protocol);
        return new SecurityRule(id, group, direction, version, protocol, range.first(), range.last(), remote(),
            Optional.ofNullable(source.getRemoteGroupId())
                .map(remote -> leaves.uuid("remote-group-id", remote.getValue())),
            requireNonNullElse(source.getAction(), Action.Allow) == Action.Allow, priority(),
            requireNonNullElse(source.isEnabled(), Boolean.TRUE));
    }

    private OptionalInt protocol() {
        final var text = source.getProtocol();
        if (text == null || "any".equalsIgnoreCase(text)) {
            return OptionalInt.empty();
        }
        final var named = IpProtocol.number(text);
        if (named.isEmpty() && !text.matches("[0-9]{1,3}")
                || named.isEmpty() && Integer.parseInt(text) > HIGHEST_PROTOCOL) {
            throw leaves.refused(PROTOCOL, text, "is neither a protocol's name nor a number 0.." + HIGHEST_PROTOCOL);
        }
        final int number = named.orElseGet(() -> Integer.parseInt(text));
        if (number == IpProtocol.ICMPV6 && version == 4) {
            throw leaves.refused(PROTOCOL, text, "does not fit ethertype IPv4");
        }
        // As in Neutron, icmp is the version's own ICMP.
        return OptionalInt.of(number == IpProtocol.ICMP && version == 6 ? IpProtocol.ICMPV6 : number);
    }

    private Optional<Cidr> remote() {
        if (source.getRemoteIpPrefix() == null) {
            return Optional.empty();
        }
        final var text = source.getRemoteIpPrefix().getValue();
        if (source.getRemoteGroupId() != null) {
            throw leaves.refused(REMOTE, text, "cannot go together with remote-group-id "
                + source.getRemoteGroupId().getValue());
        }
        final var remote = new AddressReader(leaves).prefix(REMOTE, text);
        if (remote.address().version() != version) {
            throw leaves.refused(REMOTE, text, "does not fit ethertype IPv" + version);
        }
        return Optional.of(remote);
    }

    private int priority() {
        if (source.getPriority() == null) {
            return 1;
        }
        final long priority = source.getPriority().toJava();
        if (priority < 1 || priority > LOWEST_PRIORITY) {
            throw leaves.refused("priority", priority, "is not in 1.." + LOWEST_PRIORITY);
        }
        return (int) priority;
    }
}
