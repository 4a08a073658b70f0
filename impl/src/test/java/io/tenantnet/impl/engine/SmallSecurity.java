/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.SecurityRule.Direction;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The security groups of a small cloud: one with state, one without, and one that does not exist. */
final class SmallSecurity {
    private static final int GROUPS = 3;
    /** How many sets of groups there are. */
    static final int SETS = 1 << GROUPS;
    /** How many kinds of rules there are. */
    static final int KINDS = 16;

    private SmallSecurity() {
    }

    static Set<UUID> groups(final int bits) {
        return IntStream.range(0, GROUPS).filter(group -> (bits >> group & 1) == 1).mapToObj(Sample::groupId)
            .collect(Collectors.toSet());
    }

    static void addTo(final Sample sample, final int[] kinds) {
        sample.group(new SecurityGroup(Sample.groupId(0), true)).group(new SecurityGroup(Sample.groupId(1), false));
        for (int rule = 0; rule < kinds.length; rule++) {
            if (kinds[rule] >= 0) {
                sample.rule(rule(rule, kinds[rule]));
            }
        }
    }

    /** A rule of one of the groups, in either direction, from or to anybody or one of the groups. */
    private static SecurityRule rule(final int id, final int kind) {
        final int remote = kind >> 2;
        return new SecurityRule(Sample.ruleId(id), Sample.groupId(kind & 1),
            (kind & 2) == 0 ? Direction.INGRESS : Direction.EGRESS, 4, OptionalInt.of(6), OptionalInt.of(kind),
            OptionalInt.of(80), Optional.empty(), remote == GROUPS ? Optional.empty()
                : Optional.of(Sample.groupId(remote)), id > 0, 1, true);
    }
}
