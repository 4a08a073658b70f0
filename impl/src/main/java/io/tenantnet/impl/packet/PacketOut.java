/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.render.Delivery;
import io.tenantnet.impl.resolve.BoundPort;
import java.util.List;

/**
 * A packet that a switch is to send (OpenFlow 1.3.5 section 7.3.7). It starts with no metadata and no registers, and with
 * the controller as the port it comes from.
 *
 * @param hostId  the host of the switch
 * @param actions what to do with it: set registers, resubmit it to a table, output it
 * @param frame   the Ethernet frame, without its checksum; not to be changed
 */
public record PacketOut(String hostId, List<Action> actions, byte[] frame) {
    public PacketOut {
        requireNonNull(hostId);
        actions = List.copyOf(actions);
        requireNonNull(frame);
    }

    /** A packet to a tenant port, past its security groups. */
    public static PacketOut to(final BoundPort port, final byte[] frame) {
        return new PacketOut(port.hostId(), Delivery.outOf(port), frame);
    }
}
