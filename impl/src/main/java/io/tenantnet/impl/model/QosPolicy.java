/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * How fast ports may be, and how their packets are marked.
 *
 * @param id         its uuid
 * @param egress     how fast packets may come from the machine
 * @param ingress    how fast packets may go to the machine
 * @param dscp       the code point of IP packets from the machine, 0..63; empty for the machine's own
 * @param guarantees whether a bandwidth is to be free for each port, which TenantNet does not see to
 */
public record QosPolicy(UUID id, Optional<BandwidthLimit> egress, Optional<BandwidthLimit> ingress, OptionalInt dscp,
        boolean guarantees) {

    /** Whether something is to be done to packets from the machine. */
    public boolean isOnEgress() {
        return egress.isPresent() || dscp.isPresent();
    }

    /**
     * How fast packets may come.
     *
     * @param kbps  thousands of bits of Ethernet frames in a second in the long run, 1..4294967295
     * @param burst thousands of bits that may come at once after a pause, 1..4294967295
     */
    public record BandwidthLimit(long kbps, long burst) {
    }
}
