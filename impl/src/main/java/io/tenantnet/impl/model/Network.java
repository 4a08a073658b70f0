/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A tenant network as it was asked for.
 *
 * @param id             its uuid
 * @param type           how its frames travel between hosts
 * @param physicalNetwork the physical network that carries it; empty unless it is of type flat or vlan
 * @param segmentationId the identifier asked for; empty where one is to be given
 * @param adminUp        whether it is to forward
 * @param portSecurity   the default of its ports
 * @param mtu            the largest IP packet in bytes, 68..65535
 * @param vlanTransparent whether its machines may send frames with VLAN tags
 * @param qosPolicy      the QoS policy of its machines that have none of their own, which need not exist yet
 */
public record Network(UUID id, NetworkType type, Optional<String> physicalNetwork, OptionalInt segmentationId,
        boolean adminUp, boolean portSecurity, int mtu, boolean vlanTransparent, Optional<UUID> qosPolicy) {
    /** A network without a QoS policy. */
    public Network(final UUID id, final NetworkType type, final Optional<String> physicalNetwork,
            final OptionalInt segmentationId, final boolean adminUp, final boolean portSecurity, final int mtu,
            final boolean vlanTransparent) {
        this(id, type, physicalNetwork, segmentationId, adminUp, portSecurity, mtu, vlanTransparent, Optional.empty());
    }
}
