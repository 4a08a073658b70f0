/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.vtep;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.Engine;
import io.tenantnet.impl.engine.HostRoster;
import io.tenantnet.impl.engine.PresenceListener;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.model.Vtep;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases of hardware VTEPs that there are. One whose connection is lost keeps its place for a time, as hosts do,
 * because its switches go on forwarding; and after a start those of before are waited for.
 */
public final class VtepRoster implements PresenceListener<Vtep> {
    private static final Logger LOG = LoggerFactory.getLogger(VtepRoster.class);

    private final Map<String, Vtep> vteps = new HashMap<>();
    private final Map<String, Long> losses = new HashMap<>();
    private final Engine engine;
    private final HostRoster hosts;
    private final Tasks tasks;
    private final Supplier<Duration> hold;

    private long lossCount;

    /**
     * A roster of none.
     *
     * @param engine is told of them
     * @param hosts  remembers what there was over a restart
     * @param tasks  where the work is done
     * @param hold   how long one without a connection keeps its place
     */
    public VtepRoster(final Engine engine, final HostRoster hosts, final Tasks tasks, final Supplier<Duration> hold) {
        this.engine = requireNonNull(engine);
        this.hosts = requireNonNull(hosts);
        this.tasks = requireNonNull(tasks);
        this.hold = requireNonNull(hold);
    }

    @Override
    public synchronized void changed(final Vtep now) {
        // A switch that was set up anew comes back with another database.
        vteps.values().stream().filter(other -> !other.connected() && !other.id().equals(now.id())
            && !Collections.disjoint(other.switches().keySet(), now.switches().keySet())).toList()
            .forEach(other -> forget(other.id()));
        final boolean isNew = vteps.put(now.id(), now) == null;
        losses.remove(now.id());
        tell();
        if (isNew) {
            hosts.arrived("hardware-vtep " + now.id());
        }
    }

    @Override
    public synchronized void disconnected(final String id) {
        if (vteps.computeIfPresent(id, (key, vtep) -> vtep.disconnected()) != null) {
            tell();
            final long loss = ++lossCount;
            losses.put(id, loss);
            tasks.after(hold.get(), () -> giveUp(id, loss));
        }
    }

    private synchronized void giveUp(final String id, final long loss) {
        if (losses.remove(id, loss)) {
            forget(id);
            tell();
        }
    }

    private void forget(final String id) {
        LOG.info("Hardware VTEP {} is gone: forgotten", id);
        vteps.remove(id);
        losses.remove(id);
        hosts.left("hardware-vtep " + id);
    }

    private void tell() {
        engine.vteps(Map.copyOf(vteps));
    }
}
