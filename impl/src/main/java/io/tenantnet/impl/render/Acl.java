/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.SecurityRule.Direction;
import io.tenantnet.impl.resolve.SitePolicies;
import java.util.Set;
import java.util.UUID;

/**
 * The two stretches of the pipeline in which security groups are enforced: on packets from tenant ports and on packets to
 * them. Both are made of the same tables. In them, register 5 holds the number of the port's policy, register 4 the
 * conntrack zone, which is the port's OpenFlow number, register 2 the packet's destination port, and register 0 the
 * routing domain of the port's network and then the number of the policy of the machine on the other side, or 0.
 */
enum Acl {
    /** From the machine. */
    EGRESS(Direction.EGRESS, Table.EGRESS_ACL, Table.EGRESS_PORTS, Table.EGRESS_PEERS, Table.EGRESS_RULES,
        Table.EGRESS_ALLOWED, Table.EGRESS_DENIED, Table.OUTSIDE, Field.IPV4_DST, Field.IPV6_DST),
    /** To the machine. */
    INGRESS(Direction.INGRESS, Table.INGRESS_ACL, Table.INGRESS_PORTS, Table.INGRESS_PEERS, Table.INGRESS_RULES,
        Table.INGRESS_ALLOWED, Table.INGRESS_DENIED, Table.INGRESS_QOS, Field.IPV4_SRC, Field.IPV6_SRC);

    private final Direction direction;
    private final Table policy;
    private final Table ports;
    private final Table peers;
    private final Table rules;
    private final Table allowed;
    private final Table denied;
    private final Table passed;
    private final Field remote4;
    private final Field remote6;

    Acl(final Direction direction, final Table policy, final Table ports, final Table peers, final Table rules,
            final Table allowed, final Table denied, final Table passed, final Field remote4, final Field remote6) {
        this.direction = direction;
        this.policy = policy;
        this.ports = ports;
        this.peers = peers;
        this.rules = rules;
        this.allowed = allowed;
        this.denied = denied;
        this.passed = passed;
        this.remote4 = remote4;
        this.remote6 = remote6;
    }

    Direction direction() {
        return direction;
    }

    Table policy() {
        return policy;
    }

    Table ports() {
        return ports;
    }

    Table peers() {
        return peers;
    }

    Table rules() {
        return rules;
    }

    Table allowed() {
        return allowed;
    }

    Table denied() {
        return denied;
    }

    /** Where a packet goes on that nothing stopped. */
    Table passed() {
        return passed;
    }

    /** The field that holds the address of the other side. */
    Field remote(final int ipVersion) {
        return ipVersion == 4 ? remote4 : remote6;
    }

    /** The groups that rules on a host ask the other side to be in. */
    Set<UUID> asked(final SitePolicies here) {
        return this == EGRESS ? here.egressPeers() : here.ingressPeers();
    }
}
