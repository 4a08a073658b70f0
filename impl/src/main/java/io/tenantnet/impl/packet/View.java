/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.render.MetadataBits;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Resolved;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The model at one moment, as those look at it who handle packets. Used by one thread at a time. */
public final class View {
    /** Of a model of nothing. */
    public static final View EMPTY = new View(Model.EMPTY, Resolved.EMPTY, Set.of());

    private final Model model;
    private final Resolved resolved;
    private final Set<String> connected;
    /** Made when first asked for: the model changes more often than packets come. */
    private final Map<String, Map<Long, BoundPort>> ports = new HashMap<>();
    private Map<Long, String> hosts;

    /**
     * A view.
     *
     * @param model     the model
     * @param resolved  the model with its references followed
     * @param connected the hosts whose switch is mastered by this controller
     */
    public View(final Model model, final Resolved resolved, final Set<String> connected) {
        this.model = model;
        this.resolved = resolved;
        this.connected = Set.copyOf(connected);
    }

    /** The model. */
    public Model model() {
        return model;
    }

    /** The model with its references followed. */
    public Resolved resolved() {
        return resolved;
    }

    /** The switch of a host; empty where this controller is not its master. */
    public OptionalLong datapathId(final String hostId) {
        final var host = model.hosts().get(hostId);
        return host == null || !connected.contains(hostId) ? OptionalLong.empty() : host.datapathId();
    }

    /** Finds where a packet came from; empty where its switch is of no host, or this controller is not its master. */
    Optional<Arrival> arrival(final PacketIn packet) {
        if (hosts == null) {
            hosts = new HashMap<>();
            connected.stream().map(model.hosts()::get).filter(host -> host != null && host.datapathId().isPresent())
                .forEach(host -> hosts.put(host.datapathId().getAsLong(), host.id()));
        }
        return Optional.ofNullable(hosts.get(packet.datapathId())).map(hostId ->
            new Arrival(hostId, port(hostId, packet.metadata()), packet));
    }

    private Optional<BoundPort> port(final String hostId, final long metadata) {
        return Optional.ofNullable(ports.computeIfAbsent(hostId, this::portsOn).get(MetadataBits.source(metadata)));
    }

    private Map<Long, BoundPort> portsOn(final String hostId) {
        final Map<Long, BoundPort> here = new HashMap<>();
        resolved.networks().values().forEach(network ->
            network.on(hostId).forEach(port -> here.put(MetadataBits.source(port), port)));
        return here;
    }
}
