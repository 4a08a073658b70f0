/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Map;

/**
 * What the state is derived from.
 *
 * @param model    the model
 * @param resolved the model with its references followed
 * @param reports  how far the connected switches are, by host id
 */
record Moment(Model model, Resolved resolved, Map<String, SwitchReport> reports) {
    /** Of a model of nothing. */
    static final Moment NONE = new Moment(Model.EMPTY, Resolved.EMPTY, Map.of());
}
