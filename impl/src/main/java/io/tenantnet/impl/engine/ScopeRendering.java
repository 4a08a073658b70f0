/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders scopes for one host. A scope that cannot be rendered keeps the flows that it had, and is tried again with each
 * new model; the others do not suffer from it. To be used by one thread at a time.
 */
final class ScopeRendering {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeRendering.class);

    private final Map<Scope, String> failures = new HashMap<>();
    private final String hostId;
    private final Rendering rendering;

    /** How a scope is rendered: {@code Renderer::render}. */
    @FunctionalInterface
    interface Rendering {
        /** The flows of a scope on a host. */
        List<Flow> render(Resolved resolved, String hostId, Scope scope);
    }

    ScopeRendering(final String hostId, final Rendering rendering) {
        this.hostId = requireNonNull(hostId);
        this.rendering = requireNonNull(rendering);
    }

    /**
     * Renders scopes, and those that could not be rendered the last time.
     *
     * @param resolved the model
     * @param dirty    the scopes
     * @return the flows of those that could be rendered
     */
    Map<Scope, List<Flow>> render(final Resolved resolved, final Collection<Scope> dirty) {
        final var scopes = new HashSet<>(dirty);
        scopes.addAll(failures.keySet());
        final Map<Scope, List<Flow>> rendered = new HashMap<>();
        for (final var scope : scopes) {
            try {
                rendered.put(scope, rendering.render(resolved, hostId, scope));
                failures.remove(scope);
            } catch (RuntimeException e) {
                final var reason = "its flows could not be made: " + e;
                if (!reason.equals(failures.put(scope, reason))) {
                    LOG.error("Host {}: the flows of {} could not be made and stay as they were", hostId, scope, e);
                }
            }
        }
        return rendered;
    }

    /** The scopes that could not be rendered, and why. */
    Map<Scope, String> failures() {
        return failures;
    }
}
