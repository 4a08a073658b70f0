/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.faults;

import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Tenants on three hosts: a machine on each, to ping with, and many ports whose interfaces are always there and whose
 * networks change with each round. It also has, on each host, a port and a flow that are none of TenantNet's business.
 */
final class Cloud {
    static final int HOSTS = 3;
    static final int PORTS = 90;
    private static final int NETWORKS = 4;

    private final Bench bench;
    private final List<Network> networks =
        IntStream.rangeClosed(1, NETWORKS).mapToObj(number -> new Network(number, 5000 + number)).toList();
    private final List<Machine> machines = IntStream.rangeClosed(1, HOSTS)
        .mapToObj(number -> networks.get(0).machine(200 + number)).toList();
    private List<Host> hosts = List.of();
    private int wanted;

    Cloud(final Bench bench) {
        this.bench = bench;
    }

    void raise() {
        hosts = bench.addHosts(HOSTS);
        networks.forEach(bench.model()::put);
        machines.forEach(bench.model()::put);
        hosts.forEach(this::equip);
        wanted = HOSTS;
    }

    List<Host> hosts() {
        return hosts;
    }

    List<Machine> machines() {
        return machines;
    }

    /** Plugs in all that a new host lacks. */
    void equip(final Host host) {
        final int index = hosts.indexOf(host);
        bench.lab().plug(machines.get(index), host);
        final var words = new ArrayList<>(List.of("--", "add-port", "br-int", "foreign0", "--", "set", "interface",
            "foreign0", "type=internal"));
        IntStream.range(0, PORTS).filter(port -> port % HOSTS == index).forEach(port ->
            words.addAll(List.of("--", "add-port", "br-int", "s" + port, "--", "set", "interface", "s" + port,
                "type=internal", "external_ids:iface-id=" + uuid(port))));
        host.vsctl(words.toArray(String[]::new));
        addForeignFlow(host);
    }

    void addForeignFlow(final Host host) {
        bench.lab().exec(host.name(), "ovs-ofctl", "-O", "OpenFlow13", "add-flow", "br-int",
            "cookie=0x123,table=200,priority=7,in_port=\"foreign0\",actions=drop");
    }

    /** In one request, every port joins some network or goes. */
    void change(final Random random) {
        final var entries = new ArrayList<Object>();
        machines.forEach(machine -> entries.add(machine.toJson()));
        for (int port = 0; port < PORTS; port++) {
            if (random.nextInt(4) > 0) {
                entries.add(port(port, networks.get(random.nextInt(NETWORKS))));
            }
        }
        wanted = entries.size();
        bench.rest().put(TenantModel.ROOT + "/ports", Map.of("tenantnet:ports", Map.of("port", entries)))
            .expectSuccess();
    }

    /** What the state says is left to do. */
    List<String> pending() {
        final var state = bench.model().state();
        final var left = new ArrayList<>(state.pending(machines, HOSTS));
        final long active = state.json().has("port") ? state.json().getAsJsonArray("port").asList().stream()
            .filter(port -> "ACTIVE".equals(port.getAsJsonObject().get("status").getAsString())).count() : 0;
        if (active != wanted) {
            left.add(active + " of " + wanted + " ports are ACTIVE");
        }
        return left;
    }

    /** What was done to things that are none of TenantNet's business. */
    List<String> foreignDamage() {
        final var damage = new ArrayList<String>();
        for (final var host : hosts) {
            if (!host.vsctl("list-ports", "br-int").lines().toList().contains("foreign0")) {
                damage.add(host.name() + " has lost the port foreign0");
            }
            if (!bench.lab().exec(host.name(), "ovs-ofctl", "-O", "OpenFlow13", "dump-flows", "br-int",
                    "cookie=0x123/-1").contains("table=200")) {
                damage.add(host.name() + " has lost the foreign flow");
            }
        }
        return damage;
    }

    private static String uuid(final int port) {
        return "%08d-0000-4000-8000-00000000000e".formatted(port);
    }

    private static Map<String, Object> port(final int number, final Network network) {
        return Map.of("uuid", uuid(number), "network-id", network.uuid(),
            "mac-address", "fa:16:3e:01:00:%02x".formatted(number),
            "fixed-ips", List.of(Map.of("ip-address", "10.0.0." + (number + 1))));
    }
}
