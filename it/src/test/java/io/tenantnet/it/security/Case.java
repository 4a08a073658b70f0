/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import io.tenantnet.it.model.Machine;

/**
 * One packet, or the first of a conversation, and whether the rules let it be answered.
 *
 * @param rule   the rule that decides, in words
 * @param from   who sends it
 * @param target what is tried, as {@code it/lab/probe.py} has it
 * @param passes whether it is to be answered
 */
record Case(String rule, Machine from, String target, boolean passes) {
    static Case of(final String rule, final Machine from, final String proto, final Machine to, final int port,
            final boolean passes) {
        final boolean six = proto.endsWith("6");
        return new Case(rule, from, (six ? proto.substring(0, proto.length() - 1) : proto) + ":"
            + (six ? "[" + SecurityModel.ip6(to) + "]" : to.ip()) + ":" + port, passes);
    }

    @Override
    public String toString() {
        return rule + ": " + from.name() + " " + target + (passes ? " passes" : " is dropped");
    }
}
