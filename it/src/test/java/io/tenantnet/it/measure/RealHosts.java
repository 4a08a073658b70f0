/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Host;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hosts with real Open vSwitch processes. */
final class RealHosts implements Population {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** The first shows what a restart costs before Java has compiled what it needs, the last what it costs then. */
    private static final int RESTARTS = 7;
    /** All rules of vswitchd, of every bridge and hidden ones, too: to ask for them costs it next to nothing. */
    private static final String RULES = "ovs-appctl memory/show 2>/dev/null | grep -o 'rules:[0-9]*'";
    private static final String UNTIL_RULES = "until [ \"$(" + RULES + ")\" = %s ]; do sleep 0.01; done; date +%%s%%3N";

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
    public void restart(final Figures figures, final ManyPorts cloud) throws IOException {
        final var host = hosts.get(0);
        final var before = host.flows();
        final var rules = bench.lab().exec(host.name(), "sh", "-c", RULES).strip();
        final var fromStart = new ArrayList<Long>();
        final var fromConnection = new ArrayList<Long>();
        for (int round = 0; round < RESTARTS; round++) {
            bench.lab().run("crash", host.name(), "vswitchd");
            final var start = Instant.now();
            final var end = Instant.ofEpochMilli(Long.parseLong(
                bench.lab().exec(host.name(), "sh", "-c", UNTIL_RULES.formatted(rules)).strip()));
            fromStart.add(Duration.between(start, end).toMillis());
            fromConnection.add(Duration.between(connected(host), end).toMillis());
            Await.none("in sync", LIMIT, cloud::pending);
            // The figures hold only if no flow is another one than before.
            assertThat(before.difference(host.flows())).isEmpty();
        }
        figures.put("switch-restart-flows", before.lines().size());
        figures.put("switch-restart-to-all-flows-ms", fromStart);
        figures.put("switch-restart-connected-to-all-flows-ms", fromConnection);
        figures.putLoad("switch-restart-load-average");
    }

    /** When the host's switch last connected, by its own log and this machine's clock. */
    private Instant connected(final Host host) {
        final var log = bench.lab().exec(host.name(), "sh", "-c", "grep 'br-int.*: connected$' $OVS_LOGDIR/ovs-vswitchd.log");
        return log.lines().reduce((former, line) -> line).map(line -> Instant.parse(line.substring(0, line.indexOf('|'))))
            .orElseThrow();
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
