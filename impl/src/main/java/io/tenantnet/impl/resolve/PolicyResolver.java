/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Security;
import io.tenantnet.impl.model.SecurityRule.Direction;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.net.IpProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Finds the policy of every set of security groups that a port has, and what of it has no effect. */
final class PolicyResolver {
    private final Map<SortedSet<UUID>, Policy> policies = new HashMap<>();
    private final Map<SortedSet<UUID>, String> problems = new HashMap<>();
    private final Map<UUID, List<SecurityRule>> rulesOf = new HashMap<>();
    private final Map<UUID, SortedSet<Integer>> policiesWith = new HashMap<>();
    private final Security security;

    PolicyResolver(final Security security, final Collection<SortedSet<UUID>> sets) {
        this.security = security;
        security.rules().values().stream().filter(SecurityRule::enabled)
            .sorted(Comparator.comparing(SecurityRule::id))
            .forEach(rule -> rulesOf.computeIfAbsent(rule.groupId(), id -> new ArrayList<>()).add(rule));
        final var numbers = PolicyIds.of(sets);
        numbers.forEach((set, number) -> set.forEach(group ->
            policiesWith.computeIfAbsent(group, id -> new TreeSet<>()).add(number)));
        numbers.forEach((set, number) -> policies.put(set, resolve(set, number)));
    }

    private Policy resolve(final SortedSet<UUID> set, final int number) {
        final var rules = new TreeMap<UUID, Policy.Rule>();
        final var why = new ArrayList<String>();
        for (final var id : set) {
            final var group = security.groups().get(id);
            if (group == null) {
                why.add("security group " + id + " does not exist");
                continue;
            }
            for (final var rule : rulesOf.getOrDefault(id, List.of())) {
                if (hasPortsNobodySees(rule)) {
                    why.add("rule " + rule.id() + " of security group " + id + " has no effect: Open vSwitch does not "
                        + "look at the ports of " + IpProtocol.name(rule.protocol().getAsInt()));
                    continue;
                }
                rules.put(rule.id(), new Policy.Rule(rule, group.stateful(), rule.remoteGroup()
                    .map(remote -> policiesWith.getOrDefault(remote, new TreeSet<>())).orElseGet(TreeSet::new)));
            }
        }
        if (!why.isEmpty()) {
            problems.put(set, String.join("; ", why));
        }
        return new Policy(number, set, List.copyOf(rules.values()));
    }

    private static boolean hasPortsNobodySees(final SecurityRule rule) {
        return rule.first().isPresent() && rule.protocol().isPresent()
            && IpProtocol.hasPorts(rule.protocol().getAsInt()) && !IpProtocol.isSwitched(rule.protocol().getAsInt());
    }

    /** The policies by their groups. */
    Map<SortedSet<UUID>, Policy> policies() {
        return policies;
    }

    /** Whether the sets that another knows, too, have the same numbers there. */
    boolean hasNumbersOf(final PolicyResolver other) {
        return this == other || policies.entrySet().stream().allMatch(entry -> {
            final var its = other.policies.get(entry.getKey());
            return its == null || its.id() == entry.getValue().id();
        });
    }

    /** What a host needs to know, given the sets of groups of its ports. */
    SitePolicies of(final Collection<SortedSet<UUID>> sets) {
        if (sets.isEmpty()) {
            return SitePolicies.NONE;
        }
        final var here = new TreeMap<Integer, Policy>();
        sets.stream().map(policies::get).forEach(policy -> here.put(policy.id(), policy));
        return new SitePolicies(here, peers(here, Direction.INGRESS), peers(here, Direction.EGRESS));
    }

    private static Set<UUID> peers(final SortedMap<Integer, Policy> here, final Direction direction) {
        final Set<UUID> groups = new HashSet<>();
        here.values().forEach(policy -> policy.rules().stream().map(Policy.Rule::rule)
            .filter(rule -> rule.direction() == direction).forEach(rule -> rule.remoteGroup().ifPresent(groups::add)));
        return groups;
    }

    /** What of a set of groups has no effect, and why. */
    Map<SortedSet<UUID>, String> problems() {
        return problems;
    }
}
