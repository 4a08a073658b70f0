/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.vtep;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Says what hardware VTEPs are to hold, whenever that changes; not before the model is complete, so that nothing is taken
 * from a switch for hosts that are only late.
 */
public final class VtepWisher implements EngineListener {
    private final Consumer<Map<String, VtepWish>> southbound;

    private Resolved last;
    private Map<String, VtepWish> told;

    /** One that has said nothing yet. */
    public VtepWisher(final Consumer<Map<String, VtepWish>> southbound) {
        this.southbound = requireNonNull(southbound);
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        if (!model.complete() || resolved == last) {
            return;
        }
        last = resolved;
        final var wishes = VtepRenderer.render(model, resolved);
        if (!wishes.equals(told)) {
            told = wishes;
            southbound.accept(wishes);
        }
    }
}
