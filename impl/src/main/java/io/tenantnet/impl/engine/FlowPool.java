/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.tenantnet.impl.engine.ScopeRendering.Rendering;
import io.tenantnet.impl.flow.Flow;
import java.util.List;

/**
 * Lets switches share flows: what a port has on other hosts is the same on most of them, and would fill the memory there as
 * often. Holds no flow that nobody else holds. Thread-safe.
 */
final class FlowPool {
    private final Interner<Flow> flows = Interners.newWeakInterner();

    /** The same as a rendering, with one object for flows that are equal. */
    Rendering shared(final Rendering rendering) {
        return (resolved, hostId, scope) -> shared(rendering.render(resolved, hostId, scope));
    }

    private List<Flow> shared(final List<Flow> rendered) {
        return rendered.stream().map(flows::intern).toList();
    }
}
