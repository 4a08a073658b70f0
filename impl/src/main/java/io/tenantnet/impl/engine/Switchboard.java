/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.ScopeRendering.Rendering;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Which connection serves which host, and how far each switch is. The flows of a host that was connected once are kept up to
 * date for as long as there is such a host. Used by the engine's tasks only.
 */
final class Switchboard {
    private final Map<Long, Connection> connections = new HashMap<>();
    private final Map<String, HostFlows> flows = new HashMap<>();
    private final Map<String, SwitchReport> reports = new HashMap<>();
    private final ReadBudget budget = new ReadBudget();
    private final Rendering rendering = new FlowPool().shared(Renderer::render);
    private final Tasks tasks;
    private final Executor serial;
    private final Runnable reported;

    private Map<Long, String> owners = Map.of();
    private Resolved resolved = Resolved.EMPTY;
    private boolean settled;

    /**
     * Without connections or hosts.
     *
     * @param tasks    where the work is done
     * @param serial   runs the engine's tasks
     * @param reported run when a switch has got further
     */
    Switchboard(final Tasks tasks, final Executor serial, final Runnable reported) {
        this.tasks = requireNonNull(tasks);
        this.serial = requireNonNull(serial);
        this.reported = requireNonNull(reported);
    }

    /** A switch connected; if its host is known it is read at once. Replaces an earlier connection. */
    void connected(final long datapathId, final SwitchChannel channel) {
        final var former = connections.put(datapathId, new Connection(channel, tasks, budget, serial, this::take));
        if (former != null) {
            detach(former);
        }
        attach();
    }

    /** A connection was lost; tells whether it was the newest of the switch. */
    boolean disconnected(final long datapathId, final SwitchChannel channel) {
        final var connection = connections.get(datapathId);
        if (connection == null || !connection.isOver(channel)) {
            return false;
        }
        connections.remove(datapathId);
        detach(connection);
        return true;
    }

    /** A second has passed. */
    void tick() {
        budget.refill();
        connections.values().forEach(Connection::tick);
    }

    /**
     * Takes a new model.
     *
     * @param hosts     its hosts, by id
     * @param now       the model, resolved
     * @param dirty     by host, the scopes that may render differently than before
     * @param isSettled whether the model is complete enough for the removal of what it does not know
     */
    void update(final Map<String, Host> hosts, final Resolved now, final Map<String, Set<Scope>> dirty,
            final boolean isSettled) {
        final boolean newlySettled = isSettled && !settled;
        resolved = now;
        settled = isSettled;
        owners = owners(hosts.values());
        connections.forEach((datapathId, connection) -> {
            if (!connection.hostId().equals(Optional.ofNullable(owners.get(datapathId)))) {
                detach(connection);
            }
        });
        flows.keySet().retainAll(hosts.keySet());
        flows.forEach((hostId, its) -> {
            final var scopes = dirty.getOrDefault(hostId, Set.of());
            if (newlySettled || !scopes.isEmpty()) {
                // Until the worker has looked at them, the switch has not confirmed these.
                reports.computeIfPresent(hostId, (id, report) -> report.open(scopes));
                its.update(now, scopes, settled);
            }
        });
        attach();
    }

    /** How far the switches are, by host; of connected ones only. */
    Map<String, SwitchReport> reports() {
        return Map.copyOf(reports);
    }

    /** Which host a switch belongs to: where several claim it, one that is connected rather than one that was. */
    private static Map<Long, String> owners(final Collection<Host> hosts) {
        final Map<Long, String> owners = new HashMap<>();
        hosts.stream().filter(host -> host.datapathId().isPresent())
            .sorted(Comparator.comparing(Host::connected).reversed().thenComparing(Host::id))
            .forEach(host -> owners.putIfAbsent(host.datapathId().getAsLong(), host.id()));
        return owners;
    }

    private void attach() {
        connections.forEach((datapathId, connection) -> {
            final var owner = owners.get(datapathId);
            if (owner != null && connection.hostId().isEmpty()) {
                connection.attach(flows.computeIfAbsent(owner, this::render));
            }
        });
    }

    private HostFlows render(final String hostId) {
        final var its = new HostFlows(hostId, tasks.serial(), rendering);
        its.update(resolved, Changes.all(resolved, hostId), settled);
        return its;
    }

    private void take(final String hostId, final SwitchReport report) {
        if (!report.equals(reports.put(hostId, report))) {
            reported.run();
        }
    }

    private void detach(final Connection connection) {
        connection.hostId().ifPresent(reports::remove);
        connection.detach();
    }
}
