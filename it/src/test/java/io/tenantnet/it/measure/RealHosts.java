/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Host;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hosts with real Open vSwitch processes. */
final class RealHosts implements Population {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Asks the switch every few milliseconds how many flows with TenantNet's mark it has; prints when it had all. */
    private static final String UNTIL_ALL_FLOWS = "until ovs-ofctl -O OpenFlow13 dump-aggregate br-int "
        + "cookie=0x544e000000000000/0xffff000000000000 2>/dev/null | grep -q 'flow_count=%d$'; do sleep 0.01; done; "
        + "date +%%s%%3N";

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
        final var before = host.flows();
        bench.lab().run("crash", host.name(), "vswitchd");
        final var start = Instant.now();
        final var end = Instant.ofEpochMilli(Long.parseLong(bench.lab().exec(host.name(), "sh", "-c",
            UNTIL_ALL_FLOWS.formatted(before.lines().size())).strip()));
        figures.put("switch-restart-flows", before.lines().size());
        figures.put("switch-restart-to-all-flows-ms", Duration.between(start, end).toMillis());
        figures.put("switch-restart-connected-to-all-flows-ms", Duration.between(connected(host), end).toMillis());
        // The figures hold only if no flow is another one than before.
        assertThat(before.difference(host.flows())).isEmpty();
        Await.none("in sync", LIMIT, cloud::pending);
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
