/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Trunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells which ports share the interface of another. */
final class TrunkResolver {
    private final Map<UUID, Branch> branches = new HashMap<>();
    private final Set<UUID> parents = new HashSet<>();
    private final Map<UUID, List<String>> problems = new HashMap<>();
    private final Collection<Trunk> trunks;

    /**
     * What a sub-port is a part of.
     *
     * @param trunk the trunk
     * @param vlan  the VLAN id of the sub-port's frames
     */
    record Branch(Trunk trunk, int vlan) {
    }

    TrunkResolver(final Collection<Trunk> trunks) {
        this.trunks = trunks;
        final Map<UUID, UUID> owners = new HashMap<>();
        trunks.stream().sorted(Comparator.comparing(Trunk::id)).forEach(trunk -> {
            if (isFree(trunk, trunk.parentId(), owners)) {
                trunk.subPorts().stream().filter(one -> isFree(trunk, one.portId(), owners)).forEach(one -> {
                    branches.put(one.portId(), new Branch(trunk, one.vlan()));
                    parents.add(trunk.parentId());
                });
            }
        });
    }

    private boolean isFree(final Trunk trunk, final UUID port, final Map<UUID, UUID> owners) {
        final var owner = owners.putIfAbsent(port, trunk.id());
        if (owner != null) {
            add(trunk, "port " + port + " belongs to trunk " + owner);
        }
        return owner == null;
    }

    private void add(final Trunk trunk, final String problem) {
        problems.computeIfAbsent(trunk.id(), id -> new ArrayList<>()).add(problem);
    }

    /** What a port is a sub-port of; empty where it has an interface of its own. */
    Optional<Branch> branch(final UUID port) {
        return Optional.ofNullable(branches.get(port));
    }

    /** Whether a port has sub-ports. */
    boolean isParent(final UUID port) {
        return parents.contains(port);
    }

    /**
     * Trunks that are not, or not wholly, in effect.
     *
     * @param ports  all ports
     * @param whyNot by port, why it is not in effect
     */
    Map<UUID, String> problems(final Map<UUID, Port> ports, final Map<UUID, String> whyNot) {
        final Map<UUID, String> texts = new HashMap<>();
        trunks.forEach(trunk -> {
            final var all = new ArrayList<>(problems.getOrDefault(trunk.id(), List.of()));
            if (!trunk.adminUp()) {
                all.add("admin-state-up is false");
            }
            final var own = new ArrayList<>(List.of(trunk.parentId()));
            trunk.subPorts().forEach(one -> own.add(one.portId()));
            for (final var port : own) {
                if (!ports.containsKey(port)) {
                    all.add("port " + port + " does not exist");
                } else if (whyNot.containsKey(port)) {
                    all.add("port " + port + ": " + whyNot.get(port));
                }
            }
            if (!all.isEmpty()) {
                texts.put(trunk.id(), String.join("; ", all));
            }
        });
        return texts;
    }
}
