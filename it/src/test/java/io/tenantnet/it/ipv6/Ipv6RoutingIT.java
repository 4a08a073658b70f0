/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.security.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Neighbour discovery and routing between IPv6 subnets; two tenants have the same addresses. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class Ipv6RoutingIT {
    private static final int TENANTS = 2;
    private static final int SUBNETS = 2;
    private static final String ROUTER = "c%07d-0000-4000-8000-000000000006";
    private static final Duration SOON = Duration.ofSeconds(10);

    /** By tenant, its machines: two in each subnet, the first on host 1 and the second on host 2. */
    private final List<List<Machine>> machines = new ArrayList<>();
    private final Bench bench;
    private final Ipv6Cloud cloud;
    private final Probe probe;
    private List<Host> hosts;

    Ipv6RoutingIT(final Bench bench) {
        this.bench = bench;
        cloud = new Ipv6Cloud(bench);
        probe = new Probe(bench.lab());
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            cloud.putRouter(ROUTER.formatted(tenant));
            final var own = new ArrayList<Machine>();
            for (int subnet = 0; subnet < SUBNETS; subnet++) {
                final var network = network(tenant, subnet);
                cloud.putNetwork(network, subnet, ROUTER.formatted(tenant), Map.of());
                for (int index = 0; index < 2; index++) {
                    final var machine = network.machine(100 * tenant + 10 * subnet + index + 2)
                        .withIp(Ipv6Cloud.prefix(subnet) + (index + 2));
                    bench.model().put(machine);
                    cloud.plug(machine, hosts.get(index));
                    cloud.configure(machine, Ipv6Cloud.gateway(subnet));
                    own.add(machine);
                }
            }
            machines.add(own);
        }
        bench.awaitInSync(machines.stream().flatMap(List::stream).toList());
        machines.forEach(own -> own.forEach(from -> own.forEach(to -> cloud.ping(from, to.ip(), 1))));
    }

    private static Network network(final int tenant, final int subnet) {
        return new Network(10 * tenant + subnet + 1, 6100 + 10 * tenant + subnet);
    }

    @Test
    void everyMachineReachesItsTenantsAndTheRouter() {
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            final var own = machines.get(tenant);
            for (int index = 0; index < own.size(); index++) {
                final var from = own.get(index);
                final var targets = new ArrayList<>(own.stream().map(Machine::ip).toList());
                targets.addAll(List.of(Ipv6Cloud.gateway(0), Ipv6Cloud.gateway(1),
                    Ipv6Cloud.linkLocal(Ipv6Cloud.routerMac(network(tenant, index / 2))) + "%eth0"));
                targets.forEach(to -> awaitPing(from, to, " 0% packet loss"));
            }
        }
    }

    @Test
    void theHopLimitIsOneLessBeyondTheRouter() {
        final var own = machines.get(0);
        assertThat(cloud.ping(own.get(0), own.get(1).ip(), 1)).as("same subnet, other host").contains("ttl=64");
        assertThat(cloud.ping(own.get(0), own.get(2).ip(), 1)).as("other subnet, same host").contains("ttl=63");
        assertThat(cloud.ping(own.get(0), own.get(3).ip(), 1)).as("other subnet, other host").contains("ttl=63");
    }

    /** Both tenants have the same addresses, so an answer tells nothing: who saw the packets does. */
    @Test
    void nothingCrossesFromTenantToTenant() {
        final var stranger = machines.get(1).get(3);
        final var twin = machines.get(0).get(3);
        final var strangerBefore = received(stranger);
        final var twinBefore = received(twin);
        assertThat(cloud.ping(machines.get(0).get(0), stranger.ip(), 20)).contains(" 0% packet loss");
        // Other frames, such as a neighbour discovery of its own, may come meanwhile; 20 may not.
        assertThat(received(stranger) - strangerBefore).isLessThan(20);
        assertThat(received(twin) - twinBefore).isGreaterThanOrEqualTo(20);
    }

    private long received(final Machine machine) {
        return Long.parseLong(bench.lab().exec(machine.name(), "cat", "/sys/class/net/eth0/statistics/rx_packets").trim());
    }

    @Test
    void solicitationsForKnownAddressesStayOnTheHostAndOthersGoToAll() {
        final var from = machines.get(0).get(0);
        final var known = machines.get(0).get(1);
        final var unknown = Ipv6Cloud.prefix(0) + "dead";
        probe.sniff("all", known);
        try {
            Await.none("the sniffer", SOON, () -> probe.log("all").contains("ready") ? List.of() : List.of("?"));
            for (final var target : List.of(known.ip(), Ipv6Cloud.gateway(0))) {
                bench.lab().exec(from.name(), "ip", "-6", "neigh", "flush", "dev", "eth0");
                assertThat(cloud.ping(from, target, 1)).contains(" 0% packet loss");
            }
            assertThat(bench.lab().exec(from.name(), "ip", "-6", "neigh"))
                .contains(Ipv6Cloud.gateway(0) + " dev eth0 lladdr " + Ipv6Cloud.routerMac(network(0, 0)) + " router");
            cloud.ping(from, unknown, 1);
            Await.none("the unknown", SOON, () -> solicited("0000dead") > 0 ? List.of() : List.of("no solicitation"));
            assertThat(solicited("00000001")).as("for the router").isZero();
            assertThat(solicited("00000003")).as("for the known port").isZero();
        } finally {
            probe.end("all");
        }
    }

    /** How many solicitations for an address that ends with these digits the sniffer saw (RFC 4861 section 4.3). */
    private long solicited(final String lastDigits) {
        return probe.log("all").stream().filter(frame -> frame.length() >= 2 * 78 && frame.startsWith("87", 2 * 54)
            && frame.startsWith(lastDigits, 2 * 74)).count();
    }

    @Test
    void duplicateAddressesAreFound() {
        final var seeker = machines.get(1).get(0);
        addAndExpect(seeker, Ipv6Cloud.gateway(0), "dadfailed");
        addAndExpect(seeker, machines.get(1).get(1).ip(), "dadfailed");
        bench.lab().exec(seeker.name(), "ip", "addr", "del", seeker.ip() + "/64", "dev", "eth0");
        addAndExpect(seeker, seeker.ip(), "scope global");
        bench.lab().attempt("exec", seeker.name(), "ip", "-6", "route", "replace", "default", "via", Ipv6Cloud.gateway(0));
    }

    private void addAndExpect(final Machine machine, final String address, final String outcome) {
        bench.lab().exec(machine.name(), "ip", "addr", "add", address + "/64", "dev", "eth0");
        Await.none(address + " " + outcome, SOON, () -> {
            final var shown = bench.lab().exec(machine.name(), "ip", "-6", "-o", "addr", "show", "dev", "eth0", "to",
                address);
            return shown.contains(outcome) && (outcome.equals("dadfailed") || !shown.contains("tentative")) ? List.of()
                : List.of(shown);
        });
        if (outcome.equals("dadfailed")) {
            bench.lab().exec(machine.name(), "ip", "addr", "del", address + "/64", "dev", "eth0");
        }
    }

    @Test
    void withoutItsInterfaceASubnetIsOutOfReach() {
        final var own = machines.get(1);
        cloud.delete("ports/port=" + Ipv6Cloud.routerPort(network(1, 1)));
        awaitPing(own.get(1), own.get(3).ip(), "100% packet loss");
        cloud.putRouterPort(network(1, 1), 1, ROUTER.formatted(1));
        awaitPing(own.get(1), own.get(3).ip(), " 0% packet loss");
    }

    private void awaitPing(final Machine from, final String to, final String outcome) {
        Await.none(from.name() + " to " + to + ": " + outcome, SOON, () -> {
            final var output = cloud.ping(from, to, 1);
            return output.contains(outcome) ? List.of() : List.of(output);
        });
    }

    @Test
    void aSwitchThatComesBackIsReadAndNotWritten() {
        final var all = machines.stream().flatMap(List::stream).toList();
        bench.awaitInSync(all);
        assertThat(bench.changesByAbsence(hosts.get(0), all)).as("changes of flows").isEmpty();
    }
}
