/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.nat;

import com.google.gson.JsonObject;
import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Physical;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantState;
import io.tenantnet.it.security.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Three hosts, of which h1 and h2 are joined to a physical network; in its VLAN 150, the external network 203.0.113.0/24, are
 * its router (.1, out-gw) and another machine (.50, out-far). Tenants 1 and 2 have the same inside addresses.
 */
final class OutsideWorld {
    static final String GATEWAY = "203.0.113.1";
    static final String FAR = "203.0.113.50";
    private static final String EXTERNAL = "a0000150-0000-4000-8000-000000000000";
    private static final String EXTERNAL_SUBNET = "b0000150-0000-4000-8000-000000000000";
    static final Duration LIMIT = Duration.ofSeconds(20);

    final Bench bench;
    final Probe probe;
    final Physical physical;
    final List<Host> hosts;
    private final List<Machine> machines = new ArrayList<>();

    OutsideWorld(final Bench bench) {
        this.bench = bench;
        probe = new Probe(bench.lab());
        physical = new Physical(bench.lab());
        hosts = bench.addHosts(3);
        bench.model().put("networks/network", Map.of("uuid", EXTERNAL, "network-type", "vlan", "external", true,
            "physical-network", "physnet1", "segmentation-id", 150));
        bench.model().put("subnets/subnet", Map.of("uuid", EXTERNAL_SUBNET, "network-id", EXTERNAL,
            "cidr", "203.0.113.0/24", "gateway-ip", GATEWAY));
        hosts.subList(0, 2).forEach(host -> {
            physical.join(host, "eth1", "br-ex");
            host.vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=physnet1:br-ex");
        });
        physical.machine("out-gw", "fa:16:3e:99:00:01", GATEWAY, 150);
        physical.machine("out-far", "fa:16:3e:99:00:50", FAR, 150);
        probe.serve("out-gw", "tcp:80", "udp:53");
        probe.serve("out-far", "tcp:80");
    }

    /** A TCP port that no other machine answers on. */
    int ownPort(final Machine machine) {
        return 9000 + machines.indexOf(machine);
    }

    /** A router of a tenant between its network and the world outside. */
    void putRouter(final Network network, final boolean snat, final String outside) {
        final var json = new TreeMap<String, Object>(Map.of("uuid", router(network),
            "external-gateway", Map.of("network-id", EXTERNAL, "enable-snat", snat,
                "fixed-ips", List.of(Map.of("ip-address", outside, "subnet-id", EXTERNAL_SUBNET)))));
        bench.model().put("routers/router", json);
    }

    void putNetwork(final Network network) {
        bench.model().put(network);
        bench.model().put("ports/port", Map.of("uuid", "d%07d-0000-4000-8000-000000000000".formatted(network.number()),
            "network-id", network.uuid(), "mac-address", "fa:16:3f:00:%02x:01".formatted(network.number()),
            "device-owner", "network:router_interface", "device-id", router(network),
            "fixed-ips", List.of(Map.of("ip-address", "10.0.0.254", "subnet-id", network.subnetUuid()))));
    }

    Machine plug(final Machine machine, final Host host) {
        bench.model().put(machine);
        bench.lab().plug(machine, host);
        bench.lab().exec(machine.name(), "ip", "route", "add", "default", "via", "10.0.0.254");
        probe.serve(machine, "tcp:8080", "tcp:%d".formatted(9000 + machines.size()));
        machines.add(machine);
        return machine;
    }

    void putFloating(final int number, final Machine machine) {
        bench.model().put("floating-ips/floating-ip", new TreeMap<>(Map.of("uuid", floating(number),
            "floating-network-id", EXTERNAL, "floating-ip-address", address(number), "port-id", machine.portUuid())));
    }

    /** A floating IP that stands for no port. */
    void putFloating(final int number) {
        bench.model().put("floating-ips/floating-ip", new TreeMap<>(Map.of("uuid", floating(number),
            "floating-network-id", EXTERNAL, "floating-ip-address", address(number))));
    }

    /** A TCP port of a floating IP that leads to a port of a machine, for some block. */
    void putForwarding(final int number, final int external, final Machine machine, final int internal,
            final String allowed) {
        bench.model().put("port-forwardings/port-forwarding", new TreeMap<>(Map.of(
            "uuid", "e%07d-0000-4000-8000-%012d".formatted(number, external), "floating-ip-id", floating(number),
            "protocol", "tcp", "external-port", external, "internal-port-id", machine.portUuid(),
            "internal-port", internal, "allowed-cidr", allowed)));
    }

    static String address(final int number) {
        return "203.0.113." + (200 + number);
    }

    static String floating(final int number) {
        return "f%07d-0000-4000-8000-000000000000".formatted(number);
    }

    static String router(final Network network) {
        return "c%07d-0000-4000-8000-000000000000".formatted(network.number());
    }

    void awaitInSync() {
        bench.awaitInSync(machines);
    }

    JsonObject state(final String list, final String uuid) {
        return TenantState.entries(bench.model().state().json(), list)
            .filter(entry -> TenantState.text(entry, "uuid").equals(uuid)).findFirst().orElseGet(JsonObject::new);
    }

    Host gatewayOf(final Network network) {
        final var id = TenantState.text(state("router", router(network)), "gateway-host-id");
        return hosts.stream().filter(host -> host.systemId().equals(id)).findFirst().orElseThrow();
    }

    void awaitActive(final String list, final String uuid) {
        Await.none(list + " " + uuid, LIMIT, () -> {
            final var state = state(list, uuid);
            return TenantState.text(state, "status").equals("ACTIVE") ? List.of() : List.of(state.toString());
        });
    }

    /** Until it does not answer any more. */
    void awaitNoReach(final String from, final String target) {
        Await.none(from + " to " + target, LIMIT, () -> reaches(from, target) ? List.of("an answer") : List.of());
    }

    boolean reaches(final String from, final String target) {
        return probe.attempt(from, List.of(target)).get(target);
    }

    Duration awaitReach(final String from, final String target) {
        return Await.none(from + " to " + target, LIMIT,
            () -> reaches(from, target) ? List.of() : List.of("no answer"));
    }
}
