/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.SecurityRule.Direction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyResolverTest {
    private static Sample sample() {
        return new Sample().network(1).guardedPort(1, 1, Sample.groupId(1)).guardedPort(2, 1, Sample.groupId(1))
            .host(1, Sample.tap(1)).host(2, Sample.tap(2)).group(new SecurityGroup(Sample.groupId(1), true));
    }

    private static SecurityRule rule(final int protocol, final Optional<UUID> remote) {
        return new SecurityRule(Sample.ruleId(1), Sample.groupId(1), Direction.INGRESS, 4, OptionalInt.of(protocol),
            OptionalInt.of(1), OptionalInt.of(2), Optional.empty(), remote, true, 1, true);
    }

    private static Policy policy(final Resolved resolved) {
        return resolved.sites().get("h1").security().policies().values().iterator().next();
    }

    @Test
    void portsOfTheSameGroupsShareAPolicy() {
        final var resolved = Resolver.resolve(sample().build());
        assertThat(resolved.ports().get(Sample.portId(1)).guard().orElseThrow().policy())
            .isEqualTo(resolved.ports().get(Sample.portId(2)).guard().orElseThrow().policy())
            .isEqualTo(policy(resolved).id());
    }

    @Test
    void numbersDoNotDependOnTheOrder() {
        final SortedSet<UUID> one = new TreeSet<>(List.of(Sample.groupId(1)));
        final SortedSet<UUID> two = new TreeSet<>(List.of(Sample.groupId(1), Sample.groupId(2)));
        assertThat(PolicyIds.of(List.of(one, two, one))).isEqualTo(PolicyIds.of(List.of(two, one)))
            .doesNotContainValue(0).hasSize(2);
    }

    @Test
    void whatHasNoEffectIsTold() {
        final var missing = Resolver.resolve(sample().guardedPort(1, 1, Sample.groupId(7)).build());
        assertThat(missing.problems().security()).containsEntry(Sample.portId(1),
            "security group " + Sample.groupId(7) + " does not exist");
        final var ports = Resolver.resolve(sample().rule(rule(33, Optional.empty())).build());
        assertThat(ports.problems().security().get(Sample.portId(1))).startsWith("rule " + Sample.ruleId(1))
            .endsWith("has no effect: Open vSwitch does not look at the ports of dccp");
        assertThat(policy(ports).rules()).isEmpty();
    }

    @Test
    void aRuleIsRenderedWhereItsPolicyIsAndNowhereElse() {
        final var before = Resolver.resolve(sample().port(3, 1).host(3, Sample.tap(3)).build());
        final var after = Resolver.resolve(sample().port(3, 1).host(3, Sample.tap(3))
            .rule(rule(6, Optional.empty())).build());
        final var dirty = Changes.between(before, after);
        assertThat(dirty).containsOnlyKeys("h1", "h2");
        assertThat(dirty.get("h1")).containsExactlyInAnyOrder(new Scope.OfSwitch(),
            new Scope.OfPolicy(policy(after).id()));
    }

    @Test
    void oneMoreMemberIsThatMembersFlowsOnly() {
        final var rule = rule(6, Optional.of(Sample.groupId(1)));
        final var before = Resolver.resolve(sample().rule(rule).build());
        final var after = Resolver.resolve(sample().rule(rule).guardedPort(3, 1, Sample.groupId(1))
            .host(2, Sample.tap(2), Sample.tap(3)).build());
        assertThat(Changes.between(before, after).get("h1")).containsExactlyInAnyOrder(
            new Scope.OfPort(Sample.portId(3)));
    }
}
