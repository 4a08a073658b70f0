/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.TenantModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells which networks can be programmed, and under which identifier. */
final class SegmentResolver {
    private final Map<UUID, Segment> segments = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();

    SegmentResolver(final TenantModel tenant) {
        final Map<Integer, UUID> owners = new HashMap<>();
        // One who asked for an identifier has it before one to whom it was given.
        tenant.networks().values().stream()
            .sorted(Comparator.comparing((Network network) -> network.segmentationId().isEmpty())
                .thenComparing(Network::id))
            .forEach(network -> resolve(network, tenant.allocations().get(network.id()), owners));
    }

    private void resolve(final Network network, final Integer given, final Map<Integer, UUID> owners) {
        if (network.type() != NetworkType.VXLAN) {
            problems.put(network.id(), "networks of type " + network.type() + " are not programmed yet");
            return;
        }
        if (!network.adminUp()) {
            problems.put(network.id(), "admin-state-up is false");
            return;
        }
        if (network.segmentationId().isEmpty() && given == null) {
            problems.put(network.id(), "no segmentation-id has been given to it: the automatic range has none left");
            return;
        }
        final int vni = network.segmentationId().orElseGet(() -> given);
        final var owner = owners.putIfAbsent(vni, network.id());
        if (owner == null) {
            segments.put(network.id(), new Segment(network, vni));
        } else {
            problems.put(network.id(), "segmentation-id " + vni + " belongs to network " + owner);
        }
    }

    Map<UUID, Segment> segments() {
        return segments;
    }

    Map<UUID, String> problems() {
        return problems;
    }
}
