/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.Cidr;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A rule of a security group.
 *
 * @param id          its uuid
 * @param groupId     the group, which need not exist yet
 * @param direction   towards the machine, or from it
 * @param ipVersion   4 or 6
 * @param protocol    the IP protocol, 0..255; empty for every one
 * @param first       the first destination port, or the ICMP type; empty for every one
 * @param last        the last destination port, or the ICMP code; empty for every one
 * @param remote      the addresses of the other side; empty for every one
 * @param remoteGroup the group of the other side's port
 * @param allow       whether the rule allows or denies
 * @param priority    the order among a group's rules, 1..100, the smallest first
 * @param enabled     whether it holds
 */
public record SecurityRule(UUID id, UUID groupId, Direction direction, int ipVersion, OptionalInt protocol,
        OptionalInt first, OptionalInt last, Optional<Cidr> remote, Optional<UUID> remoteGroup, boolean allow,
        int priority, boolean enabled) {

    /** Which way a packet goes, seen from the machine. */
    public enum Direction {
        /** Towards the machine. */
        INGRESS,
        /** From the machine. */
        EGRESS
    }
}
