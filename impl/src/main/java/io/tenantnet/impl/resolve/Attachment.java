/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.SwitchPort;
import io.tenantnet.impl.net.IpAddress;
import java.util.UUID;

/**
 * A VLAN of a physical port that belongs to a network.
 *
 * @param origin  the binding or connection that says so
 * @param port    the port
 * @param vlan    the VLAN, 0..4094; 0 stands for untagged frames
 * @param segment the network
 * @param vtepId  the database of the port's switch
 * @param address the switch's tunnel address
 */
public record Attachment(UUID origin, SwitchPort port, int vlan, Segment segment, String vtepId, IpAddress address) {
    /** The network. */
    public UUID networkId() {
        return segment.network().id();
    }

    @Override
    public String toString() {
        return (vlan == 0 ? "untagged frames on " : "VLAN " + vlan + " on ") + port;
    }
}
