/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.SecurityRule;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What a set of security groups lets pass. All ports that have just these groups share it, so that rules are rendered
 * once for a switch and not once for each port.
 *
 * @param id     its number, not 0, by which the pipeline knows it
 * @param groups the groups
 * @param rules  the rules that hold, in the order of their uuids; of one that cannot be programmed there is none
 */
public record Policy(int id, SortedSet<UUID> groups, List<Rule> rules) {
    public Policy {
        rules = List.copyOf(rules);
    }

    /**
     * A rule of one of the groups.
     *
     * @param rule     the rule
     * @param stateful whether the answers to what it allows are allowed too
     * @param peers    where the other side has to be in a group: the policies that contain this group
     */
    public record Rule(SecurityRule rule, boolean stateful, SortedSet<Integer> peers) {
    }
}
