/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Physical;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.security.Probe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A tenant's cloud as OpenStack makes it: two networks with a router to the world outside, a floating IP, two security
 * groups, and machines on two hosts.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class NeutronCloudIT {
    private static final String EXTERNAL = "a0000150-0000-4000-8000-000000000000";
    private static final String EXTERNAL_SUBNET = "b0000150-0000-4000-8000-000000000000";
    private static final String ROUTER = "c0000001-0000-4000-8000-000000000000";
    private static final String WORLD = "203.0.113.1";
    private static final String GATEWAY = "203.0.113.91";
    private static final String FLOATING = "203.0.113.57";
    private static final String FLOATING_ID = "e0000001-0000-4000-8000-000000000000";
    private static final String OPEN = "50000001-0000-4000-8000-000000000000";
    private static final String CLOSED = "50000002-0000-4000-8000-000000000000";
    private static final String SSH_RULE = "51000003-0000-4000-8000-000000000000";

    private final Network front = new Network(1, 5001);
    private final Network back = new Network(2, 5002);
    private final Machine web = front.machine(11).withIp("10.1.0.11");
    private final Machine other = front.machine(12).withIp("10.1.0.12");
    private final Machine store = back.machine(21).withIp("10.2.0.21");
    /** In a group of its own, which lets nothing in. */
    private final Machine safe = back.machine(22).withIp("10.2.0.22");
    private final List<Machine> all = List.of(web, other, store, safe);
    private final Bench bench;
    private final Neutron neutron;
    private final Driver driver;
    private final Probe probe;

    NeutronCloudIT(final Bench bench) {
        this.bench = bench;
        neutron = new Neutron(bench.lab());
        driver = new Driver(neutron);
        probe = new Probe(bench.lab());
    }

    @BeforeAll
    void raise() {
        neutron.awaitReady();
        final var hosts = bench.addHosts(2);
        joinWorld(hosts);
        makeNetworks();
        try (var events = new PortStatusEvents(neutron)) {
            for (int index = 0; index < all.size(); index++) {
                final var machine = all.get(index);
                driver.machinePort(machine, hosts.get(index % 2), machine.equals(safe) ? CLOSED : OPEN);
                bench.lab().plug(machine, hosts.get(index % 2));
                bench.lab().exec(machine.name(), "ip", "route", "add", "default", "via", gateway(machine.network()));
            }
            bench.awaitInSync(all);
            Await.none("events", Bench.SETTLE, () -> all.stream().map(machine -> machine.portUuid() + " ACTIVE")
                .filter(event -> !events.seen().contains(event)).toList());
        }
        driver.newFloatingIp(FLOATING_ID, EXTERNAL, FLOATING);
        associate();
        all.forEach(machine -> probe.serve(machine.name(), "tcp:22"));
        all.forEach(machine -> awaitReach(machine.name(), "ping:" + WORLD + ":0", true));
    }

    private void joinWorld(final List<Host> hosts) {
        final var physical = new Physical(bench.lab());
        hosts.forEach(host -> {
            physical.join(host, "eth1", "br-ex");
            host.vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=physnet1:br-ex");
        });
        physical.machine("out-gw", "fa:16:3e:99:00:01", WORLD, 150);
        probe.serve("out-gw", "tcp:80");
    }

    private void makeNetworks() {
        driver.group(OPEN, Map.of("id", "51000001-0000-4000-8000-000000000000", "direction", "egress"),
            Map.of("id", "51000002-0000-4000-8000-000000000000", "direction", "ingress", "protocol", "icmp"),
            sshRule());
        driver.group(CLOSED, Map.of("id", "51000004-0000-4000-8000-000000000000", "direction", "egress"));
        driver.externalNetwork(EXTERNAL, "physnet1", 150);
        driver.subnet(EXTERNAL_SUBNET, EXTERNAL, "203.0.113.0/24", WORLD);
        driver.serverPort("d0000150-0000-4000-8000-000000000000", EXTERNAL, "fa:16:3f:00:96:01", "network:router_gateway",
            ROUTER, Driver.fixedIp(GATEWAY, EXTERNAL_SUBNET));
        driver.router(ROUTER, "d0000150-0000-4000-8000-000000000000", EXTERNAL,
            Driver.fixedIp(GATEWAY, EXTERNAL_SUBNET));
        for (final var network : List.of(front, back)) {
            driver.vxlanNetwork(network.uuid(), network.vni());
            driver.subnet(network.subnetUuid(), network.uuid(), "10.%d.0.0/24".formatted(network.number()),
                gateway(network));
            driver.serverPort("d%07d-0000-4000-8000-000000000000".formatted(network.number()), network.uuid(),
                "fa:16:3f:00:%02x:01".formatted(network.number()), "network:router_interface", ROUTER,
                Driver.fixedIp(gateway(network), network.subnetUuid()));
        }
        driver.serverPort("d0000151-0000-4000-8000-000000000000", EXTERNAL, "fa:16:3f:00:97:01", "network:floatingip",
            "PENDING", Driver.fixedIp(FLOATING, EXTERNAL_SUBNET));
    }

    private Map<String, Object> sshRule() {
        return Map.of("id", SSH_RULE, "direction", "ingress", "protocol", "tcp", "port_range_min", 22,
            "port_range_max", 22);
    }

    private static String gateway(final Network network) {
        return "10.%d.0.1".formatted(network.number());
    }

    private void associate() {
        driver.floatingIp(FLOATING_ID, EXTERNAL, FLOATING, Map.of("router_id", ROUTER, "port_id", web.portUuid(),
            "fixed_ip_address", web.ip()));
    }

    private void awaitReach(final String from, final String target, final boolean expected) {
        Await.none(from + " to " + target + ": " + expected, Bench.SETTLE, () ->
            reaches(from, target) == expected ? List.of() : List.of("is not so"));
    }

    private boolean reaches(final String from, final String target) {
        return probe.attempt(from, List.of(target)).get(target);
    }

    @AfterAll
    void clear() {
        neutron.clear();
    }

    @Test
    void machinesReachEachOtherAsFarAsTheirGroupsAllow() {
        for (final var from : all) {
            for (final var to : all) {
                if (!from.equals(to)) {
                    final boolean open = !to.equals(safe);
                    final var targets = List.of("ping:" + to.ip() + ":0", "tcp:" + to.ip() + ":22");
                    assertThat(probe.attempt(from.name(), targets)).as(from.name() + " to " + to.name())
                        .isEqualTo(Map.of(targets.get(0), open, targets.get(1), open));
                }
            }
        }
    }

    @Test
    void aRuleThatGoesAndComesBack() {
        assertThat(reaches(other.name(), "tcp:" + store.ip() + ":22")).isTrue();
        neutron.delete("security-group-rules/" + SSH_RULE).expectSuccess();
        awaitReach(other.name(), "tcp:" + store.ip() + ":22", false);
        assertThat(reaches(other.name(), "ping:" + store.ip() + ":0")).isTrue();
        neutron.post("security-group-rules", "security_group_rule", Driver.rule(OPEN, sshRule())).expectSuccess();
        awaitReach(other.name(), "tcp:" + store.ip() + ":22", true);
    }

    @Test
    void theWorldSeesTheRouterAndTheFloatingIp() {
        bench.lab().run("spawn", "out-gw", "seen", "tcpdump", "-lnni", "eth0", "tcp port 80");
        assertThat(reaches(web.name(), "tcp:" + WORLD + ":80")).isTrue();
        assertThat(reaches(store.name(), "tcp:" + WORLD + ":80")).isTrue();
        Await.none("seen outside", Bench.SETTLE, () -> List.of(GATEWAY, FLOATING).stream()
            .filter(address -> !bench.lab().run("log", "seen").contains("IP " + address + ".")).toList());
        assertThat(bench.lab().run("log", "seen")).doesNotContain("IP 10.");
        bench.lab().run("kill", "seen", "INT");
    }

    @Test
    void theFloatingIpLeadsToItsMachineWhileItHasOne() {
        assertThat(reaches("out-gw", "tcp:" + FLOATING + ":22")).isTrue();
        assertThat(reaches("out-gw", "tcp:" + FLOATING + ":23")).isFalse();
        // As the driver says that a floating IP has no port any more: without naming one.
        driver.floatingIp(FLOATING_ID, EXTERNAL, FLOATING, Map.of());
        awaitReach("out-gw", "tcp:" + FLOATING + ":22", false);
        assertThat(reaches(web.name(), "tcp:" + WORLD + ":80")).as("by the router's address").isTrue();
        associate();
        awaitReach("out-gw", "tcp:" + FLOATING + ":22", true);
    }
}
