/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many flows a host gets of ten networks, a router between them, and 500 ports in a group that lets its members in. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ScaleIT {
    private static final int HOSTS = 10;
    private static final int NETWORKS = 10;
    private static final int PORTS = 500;
    private static final int MOST_FLOWS = 3000;
    private static final int GROUP = 1;
    private static final String ROUTER = "f0000001-0000-4000-8000-000000000000";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Bench bench;

    ScaleIT(final Bench bench) {
        this.bench = bench;
    }

    @Test
    void flowsOfAHost() {
        final var hosts = bench.addHosts(HOSTS);
        final var ports = IntStream.range(0, PORTS).boxed().toList();
        final var model = new SecurityModel(bench.model());
        model.putGroup(GROUP, true);
        model.putRule(1, GROUP, "egress");
        model.putRule(2, GROUP, "ingress", "remote-group-id", SecurityModel.group(GROUP));
        final var networks = IntStream.rangeClosed(1, NETWORKS).mapToObj(number -> new Network(number, 5000 + number))
            .toList();
        bench.model().put("routers/router", Map.of("uuid", ROUTER));
        Await.none("hosts", LIMIT, () -> bench.model().state().pending(List.of(), HOSTS));
        IntStream.range(0, HOSTS).forEach(index -> addInterfaces(hosts.get(index),
            ports.stream().filter(port -> port % HOSTS == index).toList()));
        networks.forEach(this::put);
        final long start = System.nanoTime();
        bench.rest().put(TenantModel.ROOT + "/ports", Map.of("tenantnet:ports", Map.of("port",
            ports.stream().map(port -> port(port, networks.get(port / HOSTS % NETWORKS))).toList()))).expectSuccess();
        Await.none("in sync", LIMIT, this::pending);
        final var flows = bench.model().state().hosts().stream()
            .map(host -> host.get("flows-installed").getAsInt()).toList();
        System.out.printf("%d networks, a router, %d ports on %d hosts, one group: %s flows, in sync after %d ms%n", NETWORKS,
            PORTS, HOSTS, flows, (System.nanoTime() - start) / 1_000_000);
        assertThat(flows).hasSize(HOSTS).allSatisfy(count -> assertThat(count).isBetween(PORTS, MOST_FLOWS));
    }

    /** A network of addresses of its own, and the router's interface in it. */
    private void put(final Network network) {
        bench.model().put("networks/network", network.toJson());
        bench.model().put("subnets/subnet", Map.of("uuid", network.subnetUuid(), "network-id", network.uuid(),
            "cidr", "10.%d.0.0/24".formatted(network.number())));
        bench.model().put("ports/port", Map.of("uuid", "%08d-0000-4000-8000-00000000000f".formatted(network.number()),
            "network-id", network.uuid(), "mac-address", "fa:16:3e:02:00:%02x".formatted(network.number()),
            "device-owner", "network:router_interface", "device-id", ROUTER,
            "fixed-ips", List.of(Map.of("ip-address", "10.%d.0.254".formatted(network.number())))));
    }

    private List<String> pending() {
        final var state = bench.model().state();
        final var left = new ArrayList<>(state.pending(List.of(), HOSTS));
        final long active = state.json().has("port") ? state.json().getAsJsonArray("port").asList().stream()
            .filter(port -> "ACTIVE".equals(port.getAsJsonObject().get("status").getAsString())).count() : 0;
        if (active < PORTS) {
            left.add(active + " ports are ACTIVE");
        }
        // Each host needs more flows than there are ports; a moment earlier the state may know nothing of them yet.
        state.hosts().stream().map(host -> host.get("flows-wanted").getAsInt()).filter(wanted -> wanted < PORTS)
            .forEach(wanted -> left.add("a host wants " + wanted + " flows"));
        return left;
    }

    private static String uuid(final int port) {
        return "%08d-0000-4000-8000-00000000000e".formatted(port);
    }

    private static Map<String, Object> port(final int number, final Network network) {
        return Map.of("uuid", uuid(number), "network-id", network.uuid(),
            "mac-address", "fa:16:3e:01:%02x:%02x".formatted(number >> 8, number & 0xff),
            "fixed-ips", List.of(Map.of("ip-address", "10.%d.0.%d".formatted(network.number(),
                number / (HOSTS * NETWORKS) * HOSTS + number % HOSTS + 1))),
            "security-group-ids", List.of(SecurityModel.group(GROUP)));
    }

    private static void addInterfaces(final Host host, final List<Integer> ports) {
        final var words = new ArrayList<String>();
        for (final var port : ports) {
            words.addAll(List.of("--", "add-port", "br-int", "s" + port, "--", "set", "interface", "s" + port,
                "type=internal", "external_ids:iface-id=" + uuid(port)));
        }
        host.vsctl(words.toArray(String[]::new));
    }
}
