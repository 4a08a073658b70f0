/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.southbound.ovsdb.FlowTunnels;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives from the networks which hosts need tunnel ports of kinds that are not made everywhere: those where such a network is,
 * or a router that leads there. A port stays as long as there is any network of its type.
 */
final class TunnelNeeds implements EngineListener, FlowTunnels {
    private final Runnable changed;
    private Resolved last;
    private volatile Needs needs = new Needs(false, Set.of(), Set.of());

    private record Need(String hostId, NetworkType type) {
    }

    private record Needs(boolean known, Set<NetworkType> types, Set<Need> hosts) {
    }

    /**
     * Knows nothing yet.
     *
     * @param changed run when other ports may be wanted
     */
    TunnelNeeds(final Runnable changed) {
        this.changed = requireNonNull(changed);
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        final var before = needs;
        if (resolved == last) {
            return;
        }
        last = resolved;
        final var here = resolved.networks().values().stream()
            .filter(network -> isMadeForNeed(network.segment().type())).flatMap(network ->
                network.knownTo().stream().map(hostId -> new Need(hostId, network.segment().type())));
        final var outward = resolved.routers().values().stream().flatMap(router -> router.gateway().stream()
            .flatMap(gateway -> router.interfaces().stream()
                .map(one -> new Need(gateway.hostId(), one.segment().type()))));
        needs = new Needs(true,
            model.tenant().networks().values().stream().map(Network::type).collect(Collectors.toSet()),
            Stream.concat(here, outward).filter(need -> isMadeForNeed(need.type())).collect(Collectors.toSet()));
        if (!needs.equals(before)) {
            changed.run();
        }
    }

    private static boolean isMadeForNeed(final NetworkType type) {
        return type.isTunnelled() && type != NetworkType.VXLAN;
    }

    @Override
    public boolean areWanted(final String hostId, final NetworkType type, final boolean present) {
        final var now = needs;
        return now.hosts().contains(new Need(hostId, type)) || present && (!now.known() || now.types().contains(type));
    }
}
