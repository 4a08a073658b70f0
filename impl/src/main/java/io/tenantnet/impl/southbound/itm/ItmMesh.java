/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the hosts to the VXLAN mesh through Genius ITM where the tunnel mode says so, and takes them out of it where
 * it does not. Looks every few seconds whether ITM did what it was asked for, since it often does not, and repairs
 * that.
 *
 * <p>Source: the engine's model, and Genius' own data in the config datastore (itm.yang, itm-state.yang). What goes
 * wrong is logged and tried again; nothing is thrown. The methods may be called from any thread.
 */
public final class ItmMesh implements EngineListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ItmMesh.class);
    private static final Duration COALESCE = Duration.ofMillis(100);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(15);

    private final Tasks tasks;
    private final Executor serial;
    private final MeshKeeper keeper;
    private final Sweeper sweeper;
    private final long origin = System.nanoTime();

    private Model model = Model.EMPTY;
    private Resolved resolved = Resolved.EMPTY;
    private boolean isInformed;
    private boolean scheduled;
    private boolean closed;

    /**
     * A mesh that does nothing before {@link #start()}.
     *
     * @param broker the datastore that Genius uses
     * @param tasks  where the work is done
     * @param anew   has hosts, by id, open their OVSDB connections anew
     */
    public ItmMesh(final DataBroker broker, final Tasks tasks, final Consumer<Set<String>> anew) {
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
        final var store = new Store(broker);
        keeper = new MeshKeeper(new ItmZone(store), new KnownBridges(store), anew);
        sweeper = new Sweeper(store);
    }

    /** Starts to look. */
    public void start() {
        repeat(INTERVAL, this::look);
        repeat(SWEEP_INTERVAL, sweeper::sweep);
    }

    @Override
    public void changed(final Model nowModel, final Resolved nowResolved, final Map<String, SwitchReport> reports) {
        serial.execute(() -> {
            model = nowModel;
            resolved = nowResolved;
            isInformed = true;
            if (!scheduled) {
                scheduled = true;
                tasks.after(COALESCE, () -> serial.execute(() -> {
                    scheduled = false;
                    attempt(this::look);
                }));
            }
        });
    }

    private void repeat(final Duration interval, final Runnable task) {
        tasks.after(interval, () -> serial.execute(() -> {
            attempt(task);
            if (!closed) {
                repeat(interval, task);
            }
        }));
    }

    private void look() {
        // Before the engine has spoken the mode is not known, and the zone would be emptied for the default's sake.
        if (isInformed) {
            keeper.look(model, resolved, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - origin));
        }
    }

    private void attempt(final Runnable task) {
        try {
            if (!closed) {
                task.run();
            }
        } catch (IllegalStateException e) {
            LOG.warn("ITM cannot be looked after, which is tried again: {}", e.getMessage());
        }
    }

    /** Ends; the tunnels stay as they are. */
    @Override
    public void close() {
        serial.execute(() -> closed = true);
    }
}
