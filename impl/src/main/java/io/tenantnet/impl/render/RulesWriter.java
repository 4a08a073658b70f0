/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Policy;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@link Table#EGRESS_RULES} and {@link Table#INGRESS_RULES}. Answers on connections that are allowed pass, and
 * errors that concern them; everything else is matched against the rules, packets of established connections too, so that
 * a rule that goes takes its connections with it.
 */
final class RulesWriter implements TableWriter {
    private static final int ANSWERS = 30_000;
    /** A rule of priority p comes 4 * p below. */
    private static final int RULES = 10_000;
    private static final int STEP = 4;
    private static final int DENIES = 2;
    private static final int ALLOWS = 1;
    private static final int ALLOWS_STATELESS = 0;
    private static final int DEFAULT = 10;

    private final Acl acl;

    RulesWriter(final Acl acl) {
        this.acl = acl;
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        if (here.security().isEmpty()) {
            return List.of();
        }
        final var answers = Connections.are(Match.ANY, Connections.ESTABLISHED | Connections.REPLY, Connections.INVALID);
        final var errors = Connections.are(Match.ANY, Connections.RELATED, Connections.INVALID);
        return List.of(
            ofSwitch(Connections.unblocked(answers), Instructions.goTo(acl.passed())),
            ofSwitch(Connections.unblocked(errors), Instructions.goTo(acl.passed())),
            ofSwitch(Connections.blocked(answers), Instructions.DROP),
            ofSwitch(Connections.blocked(errors), Instructions.DROP));
    }

    private Flow ofSwitch(final Match match, final Instructions instructions) {
        return new Flow(acl.rules(), ANSWERS, match, instructions, new Scope.OfSwitch());
    }

    @Override
    public List<Flow> ofPolicy(final Site here, final Policy policy) {
        final var base = Match.ANY.with(Field.REG5, Integer.toUnsignedLong(policy.id()));
        final var origin = new Scope.OfPolicy(policy.id());
        // Two groups may hold the same rule.
        final Map<FlowKey, Flow> flows = new LinkedHashMap<>();
        for (final var rule : policy.rules()) {
            if (rule.rule().direction() == acl.direction()) {
                for (final var match : RuleMatches.of(acl, rule, base)) {
                    final var flow = flow(rule, match, origin);
                    flows.putIfAbsent(flow.key(), flow);
                }
            }
        }
        final var list = new ArrayList<>(flows.values());
        list.add(new Flow(acl.rules(), DEFAULT, base, Instructions.goTo(acl.denied()), origin));
        return list;
    }

    private Flow flow(final Policy.Rule rule, final Match match, final Scope origin) {
        final int priority = RULES - STEP * rule.rule().priority();
        if (!rule.rule().allow()) {
            return new Flow(acl.rules(), priority + DENIES, match, Instructions.goTo(acl.denied()), origin);
        }
        return rule.stateful()
            ? new Flow(acl.rules(), priority + ALLOWS, Connections.are(match, 0, Connections.INVALID),
                Instructions.goTo(acl.allowed()), origin)
            : new Flow(acl.rules(), priority + ALLOWS_STATELESS, match, Instructions.goTo(acl.passed()), origin);
    }
}
