/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web.jetty;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.util.annotation.Name;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/**
 * Open while certain web contexts are all there. TenantNet's web bundle marks each context that it has registered as a
 * whole by a service; until then, and while it goes, servlets may be there without filters or none at all. Starts and
 * stops with the server. Contexts come and go on any thread.
 */
public final class ContextGate extends AbstractLifeCycle implements ServiceListener {
    /** The property of the marking service: the context's path, which begins with a slash. */
    static final String PATH = "io.tenantnet.web.context-path";

    private final BundleContext bundles;
    private final Set<String> wanted;
    private final Map<ServiceReference<?>, String> present = new HashMap<>();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile boolean open;

    /**
     * A gate for contexts.
     *
     * @param paths their paths, which begin with slashes
     */
    public ContextGate(@Name("paths") final String... paths) {
        this(FrameworkUtil.getBundle(ContextGate.class).getBundleContext(), paths);
    }

    ContextGate(final BundleContext bundles, final String... paths) {
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
    }

    @Override
    public void serviceChanged(final ServiceEvent event) {
        note(event.getServiceReference(), event.getType() != ServiceEvent.UNREGISTERING);
    }

    private void note(final ServiceReference<?> reference, final boolean there) {
        final boolean before;
        synchronized (present) {
            before = open;
            if (there) {
                present.put(reference, (String) reference.getProperty(PATH));
            } else {
                present.remove(reference);
            }
            open = present.values().containsAll(wanted);
        }
        if (open != before) {
            followers.forEach(Runnable::run);
        }
    }
}
