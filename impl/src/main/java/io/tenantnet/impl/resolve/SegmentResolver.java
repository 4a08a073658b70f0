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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells which networks can be programmed, and under which identifier. */
final class SegmentResolver {
    private final Map<UUID, Segment> segments = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    /** By all that is on the wire of a network, whose it is. */
    private final Map<Object, UUID> owners = new HashMap<>();
    private final SegmentNumbers numbers;

    SegmentResolver(final TenantModel tenant) {
        numbers = new SegmentNumbers(tenant.networks().values());
        // One who asked for an identifier has it before one to whom it was given.
        tenant.networks().values().stream()
            .sorted(Comparator.comparing((Network network) -> network.segmentationId().isEmpty())
                .thenComparing(Network::id))
            .forEach(network -> resolve(network, tenant.allocations().get(network.id())));
    }

    private void resolve(final Network network, final Integer given) {
        if (!network.adminUp()) {
            problems.put(network.id(), "admin-state-up is false");
            return;
        }
        if (network.type() == NetworkType.VXLAN && network.segmentationId().isEmpty() && given == null) {
            problems.put(network.id(), "no segmentation-id has been given to it: the automatic range has none left");
            return;
        }
        final long id = Integer.toUnsignedLong(network.segmentationId().orElse(given == null ? 0 : given));
        final var owner = network.type() == NetworkType.LOCAL ? null
            : owners.putIfAbsent(List.of(network.type(), network.physicalNetwork(), id), network.id());
        if (owner != null) {
            problems.put(network.id(), (network.type() == NetworkType.FLAT ? "flat " : "segmentation-id " + id + " ")
                + network.physicalNetwork().map(name -> "on physical-network " + name + " ").orElse("")
                + "belongs to network " + owner);
            return;
        }
        numbers.of(network, id).ifPresentOrElse(
            number -> segments.put(network.id(), new Segment(network, id, number)),
            () -> problems.put(network.id(),
                "there are more networks of type " + network.type() + " than can be told apart"));
    }

    Map<UUID, Segment> segments() {
        return segments;
    }

    Map<UUID, String> problems() {
        return problems;
    }
}
