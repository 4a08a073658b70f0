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
import io.tenantnet.it.lab.Physical;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A router with a gateway to a physical network, of which host 1 alone knows; behind it a machine on host 1, and behind
 * another router, which leads to it, one on host 2. Outside is a router that is a port of the model.
 */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class Ipv6OutsideIT {
    private static final String GATEWAY_ROUTER = "c0000001-0000-4000-8000-00000000000b";
    private static final String INNER_ROUTER = "c0000002-0000-4000-8000-00000000000b";
    private static final int EXTERNAL_SUBNET = 0x14f;
    private static final Network EXTERNAL = new Network(50, 150);
    private static final Network NEXT = new Network(51, 6051);
    private static final Network TRANSIT = new Network(52, 6052);
    private static final Network FAR = new Network(53, 6053);
    private static final String OUTSIDE = Ipv6Cloud.prefix(EXTERNAL_SUBNET) + "1";
    private static final String OUTSIDE_MAC = "fa:16:3e:99:00:06";
    private static final String GATEWAY = Ipv6Cloud.prefix(EXTERNAL_SUBNET) + "64";
    private static final Machine NEXT_MACHINE = NEXT.machine(51).withIp(Ipv6Cloud.prefix(0) + "9");
    private static final Machine FAR_MACHINE = FAR.machine(53).withIp(Ipv6Cloud.prefix(2) + "9");
    private static final List<Machine> ALL = List.of(NEXT_MACHINE, FAR_MACHINE);
    private static final Pattern MAC = Pattern.compile("lladdr ([0-9a-f:]{17}) router");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Bench bench;
    private final Ipv6Cloud cloud;
    private List<Host> hosts;

    Ipv6OutsideIT(final Bench bench) {
        this.bench = bench;
        cloud = new Ipv6Cloud(bench);
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        cloud.put("networks/network", Map.of("uuid", EXTERNAL.uuid(), "network-type", "vlan", "external", true,
            "physical-network", "physnet1", "segmentation-id", 150));
        cloud.put("subnets/subnet", Map.of("uuid", EXTERNAL.subnetUuid(), "network-id", EXTERNAL.uuid(),
            "cidr", Ipv6Cloud.prefix(EXTERNAL_SUBNET) + "/64", "gateway-ip", OUTSIDE));
        putPort(EXTERNAL, "1", OUTSIDE_MAC, OUTSIDE, Map.of());
        cloud.put("routers/router", Map.of("uuid", GATEWAY_ROUTER,
            "external-gateway", Map.of("network-id", EXTERNAL.uuid(), "fixed-ips",
                List.of(Map.of("ip-address", GATEWAY, "subnet-id", EXTERNAL.subnetUuid()))),
            "routes", List.of(Map.of("destination", Ipv6Cloud.prefix(2) + "/64", "nexthop", Ipv6Cloud.prefix(1) + "2"))));
        cloud.put("routers/router", Map.of("uuid", INNER_ROUTER,
            "routes", List.of(Map.of("destination", "::/0", "nexthop", Ipv6Cloud.gateway(1)))));
        cloud.putNetwork(NEXT, 0, GATEWAY_ROUTER, Map.of());
        cloud.putNetwork(TRANSIT, 1, GATEWAY_ROUTER, Map.of());
        cloud.putNetwork(FAR, 2, INNER_ROUTER, Map.of());
        putPort(TRANSIT, "2", "fa:16:3f:00:34:02", Ipv6Cloud.prefix(1) + "2",
            Map.of("device-owner", "network:router_interface", "device-id", INNER_ROUTER));

        final var physical = new Physical(bench.lab());
        physical.join(hosts.get(0), "eth1", "br-ex");
        hosts.get(0).vsctl("set", "Open_vSwitch", ".", "other_config:provider_mappings=physnet1:br-ex");
        physical.machine("out-gw", OUTSIDE_MAC, "203.0.113.1", 150);
        outside("addr", "add", OUTSIDE + "/64", "dev", "eth0", "nodad");
        for (final int subnet : List.of(0, 2)) {
            outside("route", "add", Ipv6Cloud.prefix(subnet) + "/64", "via", GATEWAY);
        }
        plug(NEXT_MACHINE, 0, 0);
        plug(FAR_MACHINE, 2, 1);
        bench.awaitInSync(ALL);
    }

    private void putPort(final Network network, final String number, final String mac, final String ip,
            final Map<String, String> more) {
        final var port = new TreeMap<String, Object>(Map.of(
            "uuid", "e%07d-0000-4000-8000-00000000000%s".formatted(network.number(), number),
            "network-id", network.uuid(), "mac-address", mac,
            "fixed-ips", List.of(Map.of("ip-address", ip, "subnet-id", network.subnetUuid()))));
        port.putAll(more);
        cloud.put("ports/port", port);
    }

    private void plug(final Machine machine, final int subnet, final int host) {
        bench.model().put(machine);
        cloud.plug(machine, hosts.get(host));
        cloud.configure(machine, Ipv6Cloud.gateway(subnet));
    }

    @Test
    void theGatewaysAddressesAreAnsweredOnTheWire() {
        awaitPing("out-gw", GATEWAY, " 0% packet loss");
        final var seen = MAC.matcher(outside("neigh", "show", GATEWAY));
        assertThat(seen.find()).as("as a router").isTrue();
        awaitPing("out-gw", Ipv6Cloud.linkLocal(seen.group(1)) + "%eth0", " 0% packet loss");
        assertThat(ping("out-gw", Ipv6Cloud.prefix(EXTERNAL_SUBNET) + "65")).contains("100% packet loss");
    }

    @Test
    void machinesBehindOneAndTwoRoutersAreReachedFromOutside() {
        awaitPing("out-gw", NEXT_MACHINE.ip(), " 0% packet loss");
        assertThat(ping("out-gw", NEXT_MACHINE.ip())).contains("ttl=63");
        awaitPing("out-gw", FAR_MACHINE.ip(), " 0% packet loss");
        assertThat(ping("out-gw", FAR_MACHINE.ip())).contains("ttl=62");
        assertThat(ping(FAR_MACHINE.name(), OUTSIDE)).contains(" 0% packet loss").contains("ttl=62");
        assertThat(ping("out-gw", Ipv6Cloud.prefix(0) + "dead")).contains("100% packet loss");
    }

    @Test
    void itsAddressIsTaken() {
        outside("addr", "add", GATEWAY + "/64", "dev", "eth0");
        awaitAddress(GATEWAY, "dadfailed");
        outside("addr", "del", GATEWAY + "/64", "dev", "eth0");
        final var free = Ipv6Cloud.prefix(EXTERNAL_SUBNET) + "66";
        outside("addr", "add", free + "/64", "dev", "eth0");
        Await.none("free", SOON, () -> {
            final var shown = outside("-o", "addr", "show", "dev", "eth0", "to", free);
            return shown.contains("tentative") || shown.contains("dadfailed") ? List.of(shown) : List.of();
        });
        outside("addr", "del", free + "/64", "dev", "eth0");
    }

    @Test
    void aSwitchThatComesBackIsReadAndNotWritten() {
        assertThat(bench.changesByAbsence(hosts.get(0), ALL)).as("changes of flows").isEmpty();
    }

    private void awaitAddress(final String address, final String outcome) {
        Await.none(address + " " + outcome, SOON, () -> {
            final var shown = outside("-o", "addr", "show", "dev", "eth0", "to", address);
            return shown.contains(outcome) ? List.of() : List.of(shown);
        });
    }

    private String outside(final String... words) {
        return bench.lab().exec("out-gw", Stream.concat(Stream.of("ip", "-6"),
            Stream.of(words)).toArray(String[]::new));
    }

    private void awaitPing(final String from, final String to, final String outcome) {
        Await.none(from + " to " + to + ": " + outcome, SOON, () -> {
            final var output = ping(from, to);
            return output.contains(outcome) ? List.of() : List.of(output);
        });
    }

    private String ping(final String from, final String to) {
        return bench.lab().attempt("exec", from, "ping", "-6", "-c", "2", "-i", "0.05", "-W", "1", to).output();
    }
}
