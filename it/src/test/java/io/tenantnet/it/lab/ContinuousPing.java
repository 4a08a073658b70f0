/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import io.tenantnet.it.model.Machine;

/** One machine pings another without end, in the background. */
public final class ContinuousPing implements AutoCloseable {
    private final Lab lab;
    private final String tag;
    private boolean running = true;

    public ContinuousPing(final Lab lab, final Machine from, final Machine to, final double intervalSeconds) {
        this.lab = lab;
        this.tag = "ping-" + from.name() + "-" + to.name();
        lab.run("pings", tag, from.name(), to.name(), Double.toString(intervalSeconds));
    }

    public Pings end() {
        running = false;
        return Pings.parse(lab.run("pings-end", tag));
    }

    @Override
    public void close() {
        if (running) {
            end();
        }
    }
}
