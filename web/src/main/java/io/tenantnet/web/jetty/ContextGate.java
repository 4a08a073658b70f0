/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web.jetty;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.annotation.Name;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/**
 * Open while certain web contexts are all served. TenantNet's web bundle marks each context that it has registered as a
 * whole by a service; until then, and while it goes, servlets may be there without filters or none at all. What is
 * registered the web container makes in its own time, which is awaited too. Starts and stops with the server. Contexts
 * come and go on any thread.
 */
public final class ContextGate extends AbstractLifeCycle implements ServiceListener {
    /** The property of the marking service: the context's path, which begins with a slash. */
    static final String PATH = "io.tenantnet.web.context-path";

    private static final long STEP_MILLIS = 10;

    private final Server server;
    private final BundleContext bundles;
    private final Set<String> wanted;
    private final Map<ServiceReference<?>, String> present = new HashMap<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile boolean open;

    /**
     * A gate for contexts.
     *
     * @param server serves them
     * @param paths  their paths, which begin with slashes
     */
    public ContextGate(@Name("server") final Server server, @Name("paths") final String... paths) {
        this(server, FrameworkUtil.getBundle(ContextGate.class).getBundleContext(), paths);
    }

    ContextGate(final Server server, final BundleContext bundles, final String... paths) {
        this.server = requireNonNull(server);
        this.bundles = requireNonNull(bundles);
        wanted = Set.of(paths);
    }

    boolean isOpen() {
        return open;
    }

    /** Calls back after each change. */
    void follow(final Runnable follower) {
        followers.add(follower);
    }

    @Override
    protected void doStart() throws InvalidSyntaxException {
        bundles.addServiceListener(this, "(" + PATH + "=*)");
        final var there = bundles.getAllServiceReferences(null, "(" + PATH + "=*)");
        if (there != null) {
            for (final var reference : there) {
                note(reference, true);
            }
        }
    }

    @Override
    protected void doStop() {
        bundles.removeServiceListener(this);
        synchronized (present) {
            present.clear();
            open = false;
        }
    }

    @Override
    public void serviceChanged(final ServiceEvent event) {
        note(event.getServiceReference(), event.getType() != ServiceEvent.UNREGISTERING);
    }

    private void note(final ServiceReference<?> reference, final boolean there) {
        final boolean completes;
        final boolean closes;
        synchronized (present) {
            final boolean before = areMarked();
            if (there) {
                present.put(reference, (String) reference.getProperty(PATH));
            } else {
                present.remove(reference);
            }
            final boolean now = areMarked();
            completes = now && !before;
            closes = open && !now;
            open = open && now;
        }
        if (completes) {
            server.getThreadPool().execute(this::openWhenServed);
        } else if (closes) {
            followers.forEach(Runnable::run);
        }
    }

    private void openWhenServed() {
        try {
            while (!tryToOpen()) {
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is nothing left to wait for. */
    private boolean tryToOpen() {
        synchronized (present) {
            if (open || !areMarked()) {
                return true;
            }
            open = areServed();
            if (!open) {
                return false;
            }
        }
        followers.forEach(Runnable::run);
        return true;
    }

    private boolean areMarked() {
        return present.values().containsAll(wanted);
    }

    /** A context is available a moment before it has started, and until then leaves requests to others. */
    private boolean areServed() {
        final var contexts = Arrays.stream(server.getChildHandlersByClass(ContextHandler.class))
            .map(ContextHandler.class::cast).filter(context -> context.isStarted() && context.isAvailable())
            .map(ContextHandler::getContextPath).toList();
        return contexts.containsAll(wanted);
    }
}
