/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tenants with the same three subnets, each with a router between them, on two hosts. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class RoutingIT {
    private static final int TENANTS = 2;
    private static final int SUBNETS = 3;
    private static final String ROUTER = "c%07d-0000-4000-8000-000000000000";

    /** By tenant, its machines: two in each subnet, the first on host 1 and the second on host 2. */
    private final List<List<Machine>> machines = new ArrayList<>();
    private final Bench bench;

    RoutingIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        final var hosts = bench.addHosts(2);
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            put("routers/router", Map.of("uuid", ROUTER.formatted(tenant)));
            final var own = new ArrayList<Machine>();
            for (int subnet = 0; subnet < SUBNETS; subnet++) {
                own.addAll(putSubnet(tenant, subnet));
            }
            machines.add(own);
        }
        for (final var own : machines) {
            for (int index = 0; index < own.size(); index++) {
                bench.lab().plug(own.get(index), hosts.get(index % 2));
                bench.lab().exec(own.get(index).name(), "ip", "route", "add", "default", "via", gateway(index / 2));
            }
        }
        bench.awaitInSync(machines.stream().flatMap(List::stream).toList());
        machines.forEach(own -> own.forEach(from -> own.forEach(to -> ping(from, to.ip(), 1))));
    }

    private List<Machine> putSubnet(final int tenant, final int subnet) {
        final var network = new Network(10 * tenant + subnet, 6000 + 10 * tenant + subnet);
        put("networks/network", network.toJson());
        put("subnets/subnet", Map.of("uuid", network.subnetUuid(), "network-id", network.uuid(),
            "cidr", "10.%d.0.0/24".formatted(subnet), "gateway-ip", gateway(subnet)));
        put("ports/port", Map.of("uuid", "d%07d-0000-4000-8000-000000000000".formatted(network.number()),
            "network-id", network.uuid(), "mac-address", "fa:16:3f:00:%02x:01".formatted(network.number()),
            "device-owner", "network:router_interface", "device-id", ROUTER.formatted(tenant),
            "fixed-ips", List.of(Map.of("ip-address", gateway(subnet), "subnet-id", network.subnetUuid()))));
        final var two = new ArrayList<Machine>();
        for (int index = 0; index < 2; index++) {
            final var machine = network.machine(100 * tenant + 10 * subnet + index + 2)
                .withIp("10.%d.0.%d".formatted(subnet, index + 2));
            bench.model().put(machine);
            two.add(machine);
        }
        return two;
    }

    @Test
    void everyMachineReachesItsTenantsAndTheRouter() {
        for (final var own : machines) {
            for (final var from : own) {
                for (int subnet = 0; subnet < SUBNETS; subnet++) {
                    assertThat(ping(from, gateway(subnet), 2)).as(from.name() + " to " + gateway(subnet))
                        .contains(" 0% packet loss");
                }
                for (final var to : own) {
                    assertThat(ping(from, to.ip(), 2)).as(from.name() + " to " + to.name())
                        .contains(" 0% packet loss");
                }
            }
        }
    }

    @Test
    void theTtlIsOneLessBeyondTheRouter() {
        final var own = machines.get(0);
        assertThat(ping(own.get(0), own.get(1).ip(), 1)).as("same subnet, other host").contains("ttl=64");
        assertThat(ping(own.get(0), own.get(2).ip(), 1)).as("other subnet, same host").contains("ttl=63");
        assertThat(ping(own.get(0), own.get(3).ip(), 1)).as("other subnet, other host").contains("ttl=63");
    }

    /** Both tenants have the same addresses, so an answer tells nothing: who saw the packets does. */
    @Test
    void nothingCrossesFromTenantToTenant() {
        final var from = machines.get(0).get(0);
        final var stranger = machines.get(1).get(3);
        final var before = received(stranger);
        assertThat(ping(from, stranger.ip(), 20)).contains(" 0% packet loss");
        // Other frames, such as a neighbour discovery of its own, may come meanwhile; 20 may not.
        assertThat(received(stranger) - before).isLessThan(20);
        final var twin = machines.get(0).get(3);
        final var twinBefore = received(twin);
        ping(from, twin.ip(), 20);
        assertThat(received(twin) - twinBefore).isGreaterThanOrEqualTo(20);
    }

    private long received(final Machine machine) {
        return Long.parseLong(bench.lab().exec(machine.name(), "cat", "/sys/class/net/eth0/statistics/rx_packets").trim());
    }

    /** A router beside the gateway, in whose subnet the machines need a route of their own. */
    @Test
    void aSecondRouterOfANetworkNeedNotBeTheGateway() {
        final var red = machines.get(0).get(0).network();
        final var green = new Network(30, 6030);
        final var router = ROUTER.formatted(9);
        put("networks/network", green.toJson());
        put("subnets/subnet", Map.of("uuid", green.subnetUuid(), "network-id", green.uuid(), "cidr", "10.9.0.0/24"));
        put("routers/router", Map.of("uuid", router));
        putInterface(router, red, 98, "10.0.0.250");
        putInterface(router, green, 99, "10.9.0.1");
        final var far = green.machine(99).withIp("10.9.0.2");
        bench.model().put(far);
        bench.lab().plug(far, bench.lab().host(2));
        bench.lab().exec(far.name(), "ip", "route", "add", "default", "via", "10.9.0.1");
        final var near = machines.get(0).get(0);
        bench.lab().exec(near.name(), "ip", "route", "add", "10.9.0.0/24", "via", "10.0.0.250");
        bench.awaitInSync(List.of(far));
        bench.lab().run("spawn", far.name(), "ttl", "tcpdump", "-lnvi", "eth0", "icmp");
        awaitPing(near, far, " 0% packet loss");
        Await.none("the TTL at the receiver", Duration.ofSeconds(10), () -> {
            ping(near, far.ip(), 1);
            final var seen = bench.lab().run("log", "ttl");
            return seen.contains("ttl 63") ? List.of() : List.of(seen);
        });
        bench.lab().run("kill", "ttl", "INT");
        assertThat(ping(far, "10.0.0.250", 1)).as("the router's other address").contains(" 0% packet loss");
        // The gateway of the other subnets knows no way there.
        assertThat(ping(machines.get(0).get(2), far.ip(), 1)).contains("100% packet loss");
    }

    private void putInterface(final String router, final Network network, final int number, final String address) {
        put("ports/port", Map.of("uuid", "d%07d-0000-4000-8000-000000000000".formatted(number),
            "network-id", network.uuid(), "mac-address", "fa:16:3f:01:00:%02x".formatted(number),
            "device-owner", "network:router_interface", "device-id", router,
            "fixed-ips", List.of(Map.of("ip-address", address, "subnet-id", network.subnetUuid()))));
    }

    @Test
    void withoutItsInterfaceASubnetIsOutOfReach() {
        final var own = machines.get(1);
        final var port = TenantModel.ROOT + "/ports/port=d0000012-0000-4000-8000-000000000000";
        final var stored = bench.rest().get(port + "?content=config").expectSuccess();
        bench.rest().delete(port).expectSuccess();
        awaitPing(own.get(0), own.get(4), "100% packet loss");
        assertThat(ping(own.get(0), own.get(2).ip(), 2)).contains(" 0% packet loss");
        bench.rest().send("PUT", port, stored.text());
        awaitPing(own.get(0), own.get(4), " 0% packet loss");
    }

    private void awaitPing(final Machine from, final Machine to, final String outcome) {
        Await.none(from.name() + " to " + to.name() + ": " + outcome, Duration.ofSeconds(10), () -> {
            final var output = ping(from, to.ip(), 1);
            return output.contains(outcome) ? List.of() : List.of(output);
        });
    }

    private String ping(final Machine from, final String to, final int count) {
        return bench.lab().attempt("exec", from.name(), "ping", "-c", Integer.toString(count), "-i", "0.05", "-W", "1",
            to).output();
    }

    private static String gateway(final int subnet) {
        return "10.%d.0.1".formatted(subnet);
    }

    private void put(final String list, final Map<String, ?> entry) {
        final var name = list.substring(list.indexOf('/') + 1);
        bench.rest().put(TenantModel.ROOT + "/" + list + "=" + entry.get("uuid"),
            Map.of("tenantnet:" + name, List.of(entry))).expectSuccess();
    }
}
