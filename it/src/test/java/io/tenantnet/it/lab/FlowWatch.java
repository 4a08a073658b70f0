/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.List;

/** Notes every flow that is added to, changed in or removed from br-int of a host. */
public final class FlowWatch implements AutoCloseable {
    private final Host host;
    private final String tag;

    public FlowWatch(final Host host) {
        this.host = host;
        this.tag = "watch-" + host.name();
        host.lab().run("spawn", host.name(), tag, "ovs-ofctl", "monitor", "br-int", "watch:!initial");
    }

    /** What happened so far, a line each. */
    public List<String> events() {
        return host.lab().run("log", tag).lines().filter(line -> line.contains("event=")).map(String::strip).toList();
    }

    @Override
    public void close() {
        host.lab().run("kill", tag);
    }
}
