/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Map;

/** Hears what became of the model. Called on the engine's thread, and returns quickly. */
public interface EngineListener {
    /**
     * The model changed, or a switch came further.
     *
     * @param model    the model
     * @param resolved the model with its references followed
     * @param reports  by host id, how far the connected switches are; hosts without a connection are absent
     */
    void changed(Model model, Resolved resolved, Map<String, SwitchReport> reports);
}
