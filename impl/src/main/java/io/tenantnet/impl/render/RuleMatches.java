/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.net.IpProtocol;
import io.tenantnet.impl.resolve.Policy;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The packets that a rule is about. */
final class RuleMatches {
    private RuleMatches() {
    }

    /**
     * The matches of a rule; none where nobody is in the group that the other side has to be in.
     *
     * @param acl  the direction
     * @param rule the rule
     * @param base what holds for all
     */
    static List<Match> of(final Acl acl, final Policy.Rule rule, final Match base) {
        final var wanted = rule.rule();
        final var version = Packets.ofType(base, wanted.ipVersion() == 4 ? Packets.IPV4 : Packets.IPV6);
        final var remote = wanted.remote().map(block -> version.with(acl.remote(wanted.ipVersion()), block))
            .orElse(version);
        final var peers = wanted.remoteGroup().isEmpty() ? Stream.of(remote)
            : rule.peers().stream().map(peer -> remote.with(Field.REG0, Integer.toUnsignedLong(peer)));
        return peers.flatMap(match -> withProtocol(match, wanted)).toList();
    }

    private static Stream<Match> withProtocol(final Match match, final SecurityRule rule) {
        if (rule.protocol().isEmpty()) {
            return Stream.of(match);
        }
        final int protocol = rule.protocol().getAsInt();
        final var base = match.with(Field.IP_PROTO, protocol);
        if (IpProtocol.isIcmp(protocol)) {
            final boolean six = rule.ipVersion() == 6;
            return Stream.of(with(with(base, six ? Field.ICMPV6_TYPE : Field.ICMP_TYPE, rule.first()),
                six ? Field.ICMPV6_CODE : Field.ICMP_CODE, rule.last()));
        }
        return rule.first().isEmpty() ? Stream.of(base)
            : PortBlock.cover(rule.first().getAsInt(), rule.last().orElse(rule.first().getAsInt())).stream()
                .map(block -> block.isEverything() ? base : base.with(Field.REG2, block.first(), block.mask()));
    }

    private static Match with(final Match match, final Field field, final OptionalInt value) {
        return value.isPresent() ? match.with(field, value.getAsInt()) : match;
    }
}
