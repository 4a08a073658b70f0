/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static java.util.Objects.requireNonNull;

/**
 * A packet that a flow of TenantNet's handed to the controller (OpenFlow 1.3.5 section 7.4.1).
 *
 * @param datapathId the switch
 * @param inPort     the OpenFlow number of the port it came from
 * @param table      the OpenFlow number of the flow's table
 * @param metadata   the pipeline's metadata there, see {@link io.tenantnet.impl.render.MetadataBits}
 * @param frame      the Ethernet frame as it is in that table, without its checksum; not to be changed
 */
public record PacketIn(long datapathId, int inPort, int table, long metadata, byte[] frame) {
    public PacketIn {
        requireNonNull(frame);
    }
}
