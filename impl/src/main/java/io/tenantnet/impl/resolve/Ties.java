/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Uuids;
import io.tenantnet.impl.share.Groups;
import io.tenantnet.impl.share.SharedMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * By what the ports and interfaces of a model have to do with each other.
 *
 * @param byNetwork the ports of a network
 * @param byName    the ports that name an interface, with the host as they call it
 * @param byIfaceId the interfaces that carry a port's uuid
 * @param byNumber  the interfaces with an OpenFlow port number of a host; for a moment there may be several
 */
record Ties(Groups<UUID, UUID> byNetwork, Groups<Spot, UUID> byName, Groups<UUID, Spot> byIfaceId,
        Groups<Ties.Number, Spot> byNumber) {
    /** Of a model of nothing. */
    static final Ties NONE = new Ties(Groups.empty(), Groups.empty(), Groups.empty(), Groups.empty());

    /** An OpenFlow port number of a host. */
    record Number(String hostId, int ofport) {
    }

    /** Those of another model, given that these are those of the first. */
    Ties next(final Model before, final Model after) {
        final var networks = byNetwork.edit();
        final var names = byName.edit();
        final var old = before.tenant().ports();
        final var now = after.tenant().ports();
        SharedMap.differences(old, now).forEach(id -> {
            tie(old.get(id), networks::remove, names::remove);
            tie(now.get(id), networks::add, names::add);
        });
        final var carriers = byIfaceId.edit();
        final var numbers = byNumber.edit();
        SharedMap.differences(before.hosts(), after.hosts()).forEach(id -> {
            final var oldHost = interfaces(before.hosts().get(id));
            final var newHost = interfaces(after.hosts().get(id));
            changedInterfaces(oldHost, newHost).forEach(name -> {
                final var spot = new Spot(id, name);
                tie(spot, oldHost.get(name), carriers::remove, numbers::remove);
                tie(spot, newHost.get(name), carriers::add, numbers::add);
            });
        });
        return new Ties(networks.done(), names.done(), carriers.done(), numbers.done());
    }

    /** The interfaces of a host; null for none. */
    static Map<String, HostInterface> interfaces(final Host host) {
        return host == null ? Map.of() : host.interfaces();
    }

    /** The names of interfaces that are not what they were. */
    static Set<String> changedInterfaces(final Map<String, HostInterface> old, final Map<String, HostInterface> now) {
        final var names = SharedMap.differences(old, now);
        names.removeIf(name -> Objects.equals(old.get(name), now.get(name)));
        return names;
    }

    private static void tie(final Port port, final BiConsumer<UUID, UUID> network, final BiConsumer<Spot, UUID> name) {
        if (port != null) {
            network.accept(port.networkId(), port.id());
            port.hostId().ifPresent(host -> port.interfaceName().ifPresent(its ->
                name.accept(new Spot(host, its), port.id())));
        }
    }

    private static void tie(final Spot spot, final HostInterface there, final BiConsumer<UUID, Spot> carrier,
            final BiConsumer<Number, Spot> number) {
        if (there != null) {
            there.ifaceId().flatMap(Uuids::parse).ifPresent(id -> carrier.accept(id, spot));
            there.ofport().ifPresent(ofport -> number.accept(new Number(spot.hostId(), ofport), spot));
        }
    }
}
