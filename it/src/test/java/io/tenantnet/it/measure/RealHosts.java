/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Hosts with real Open vSwitch processes. */
final class RealHosts implements Population {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern COUNT = Pattern.compile("flow_count=([0-9]+)");

    private final Bench bench;
    private final List<Host> hosts;

    RealHosts(final Bench bench, final int count, final int ports) {
        this.bench = bench;
        hosts = bench.addHosts(count);
        Await.none("hosts", LIMIT, () -> bench.model().state().pending(List.of(), count));
        for (int index = 0; index < count; index++) {
            final var words = new ArrayList<String>();
            for (int port = index; port < ports; port += count) {
                words.addAll(List.of("--", "add-port", "br-int", "s" + port, "--", "set", "interface", "s" + port,
                    "type=internal", "external_ids:iface-id=" + ManyPorts.uuid(port)));
            }
            if (!words.isEmpty()) {
                hosts.get(index).vsctl(words.toArray(String[]::new));
            }
        }
    }

    @Override
    public void restart(final Figures figures, final ManyPorts cloud) {
        final var host = hosts.get(0);
        final long wanted = count(host);
        bench.lab().run("crash", host.name(), "vswitchd");
        final long start = System.nanoTime();
        Await.soon("flows", LIMIT, () -> count(host) == wanted);
        figures.put("switch-restart-flows", wanted);
        // Includes the time until Open vSwitch connects, which it tries at once and then each second or later.
        figures.put("switch-restart-to-all-flows-ms", (System.nanoTime() - start) / 1_000_000);
        Await.none("in sync", LIMIT, cloud::pending);
    }

    private long count(final Host host) {
        final var found = COUNT.matcher(bench.lab().attempt("exec", host.name(), "ovs-ofctl", "-O", "OpenFlow13",
            "dump-aggregate", "br-int", "cookie=0x544e000000000000/0xffff000000000000").output());
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    @Override
    public void report(final Figures figures) {
        // Open vSwitch counts nothing that tells more.
    }

    @Override
    public void close() {
        // The bench removes its hosts.
    }
}
