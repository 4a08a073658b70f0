/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import io.tenantnet.it.security.Frames;
import io.tenantnet.it.security.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Machines that configure themselves: Linux' own SLAAC, and ISC's DHCPv6 client. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class Ipv6IT {
    private static final String ROUTER = "c0000001-0000-4000-8000-000000000006";
    private static final String GROUP = "e0000001-0000-4000-8000-000000000006";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Network slaac = new Network(1, 6201);
    private final Network stateful = new Network(2, 6202);
    private final Network stateless = new Network(3, 6203);
    private final Network plain = new Network(4, 6204);
    private final Machine alice = selfConfigured(slaac.machine(11), 1);
    private final Machine bob = selfConfigured(slaac.machine(12), 1);
    private final Machine carol = stateful.machine(21).withIp(Ipv6Cloud.prefix(2) + "cafe");
    private final Machine dave = selfConfigured(stateless.machine(31), 3);
    private final Machine erin = plain.machine(41).withIp(Ipv6Cloud.prefix(4) + "41");
    private final List<Machine> all = List.of(alice, bob, carol, dave, erin);
    private final Bench bench;
    private final Ipv6Cloud cloud;
    private final Probe probe;
    @TempDir
    private Path directory;

    Ipv6IT(final Bench bench) {
        this.bench = bench;
        cloud = new Ipv6Cloud(bench);
        probe = new Probe(bench.lab());
    }

    /** The address that Neutron gives the port is the one that the machine makes itself. */
    private static Machine selfConfigured(final Machine machine, final int subnet) {
        return machine.withIp(Ipv6Cloud.prefix(subnet).replace("::", ":") + Ipv6Cloud.linkLocal(machine.mac())
            .substring("fe80::".length()));
    }

    @BeforeAll
    void raise() {
        final var hosts = bench.addHosts(2);
        bench.rest().put(TenantModel.ROOT + "/settings", Map.of("tenantnet:settings",
            Map.of("dhcp", Map.of("lease-time", 10, "domain-name", "tenant.test")))).expectSuccess();
        cloud.putRouter(ROUTER);
        cloud.putNetwork(slaac, 1, ROUTER, modes("slaac"));
        cloud.putNetwork(stateful, 2, ROUTER, modes("dhcpv6-stateful"));
        cloud.putNetwork(stateless, 3, ROUTER, modes("dhcpv6-stateless"));
        cloud.putNetwork(plain, 4, ROUTER, Map.of());
        bench.model().put("security-groups/security-group", new TreeMap<>(Map.of("uuid", GROUP)));
        List.of("egress", "ingress").forEach(direction -> bench.model().put("security-group-rules/security-group-rule",
            rule(direction)));
        all.forEach(machine -> {
            final var entry = new TreeMap<>(machine.toJson());
            if (machine.equals(carol)) {
                entry.put("security-group-ids", List.of(GROUP));
                entry.put("extra-dhcp-opts", List.of(Map.of("opt-name", "sntp-server", "ip-version", 6, "opt-value",
                    "2001:db8::123")));
            }
            bench.model().put("ports/port", entry);
        });
        for (int index = 0; index < all.size(); index++) {
            cloud.plug(all.get(index), hosts.get(index % 2));
        }
        bench.awaitInSync(all);
    }

    private static Map<String, Object> modes(final String mode) {
        return Map.of("ipv6-ra-mode", mode, "ipv6-address-mode", mode, "dns-nameservers", List.of("2001:db8::53"));
    }

    private static Map<String, Object> rule(final String direction) {
        final var rule = new TreeMap<String, Object>(Map.of("uuid", (direction.equals("egress") ? "e1" : "e2")
            + "000001-0000-4000-8000-000000000006", "security-group-id", GROUP, "direction", direction, "ethertype",
            "IPv6"));
        if (direction.equals("ingress")) {
            rule.putAll(Map.of("protocol", "tcp", "port-range-min", 80, "port-range-max", 80));
        }
        return rule;
    }

    @AfterAll
    void end() {
        bench.rest().delete(TenantModel.ROOT + "/settings").expectSuccess();
    }

    private String show(final Machine machine, final String... words) {
        final var command = new String[words.length + 2];
        command[0] = "ip";
        command[1] = "-6";
        System.arraycopy(words, 0, command, 2, words.length);
        return bench.lab().exec(machine.name(), command);
    }

    private void await(final Machine machine, final String wanted, final boolean there, final String... words) {
        Await.none(machine.name() + (there ? " has " : " has not ") + wanted, SOON, () -> {
            final var shown = show(machine, words);
            return shown.contains(wanted) == there && !shown.contains("tentative") ? List.of() : List.of(shown);
        });
    }

    private static String defaultVia(final Network network) {
        return "via " + Ipv6Cloud.linkLocal(Ipv6Cloud.routerMac(network));
    }

    private void awaitSlaac(final Machine machine) {
        await(machine, machine.ip() + "/64 scope global dynamic", true, "addr", "show", "dev", "eth0");
        await(machine, defaultVia(machine.network()), true, "route", "show", "default");
    }

    @Test
    void machinesConfigureThemselvesAndReachOthersThroughTheRouter() {
        awaitSlaac(alice);
        awaitSlaac(bob);
        awaitSlaac(dave);
        awaitPing(alice, bob.ip());
        awaitPing(alice, dave.ip());
        awaitPing(dave, Ipv6Cloud.gateway(1));
        assertThat(bench.lab().exec(alice.name(), "cat", "/proc/sys/net/ipv6/conf/eth0/mtu").trim()).isEqualTo("1450");
        assertThat(show(carol, "addr", "show", "dev", "eth0")).as("stateful").doesNotContain("dynamic mngtmpaddr");
    }

    private void awaitPing(final Machine from, final String to) {
        Await.none(from.name() + " to " + to, SOON, () -> {
            final var output = cloud.ping(from, to, 1);
            return output.contains(" 0% packet loss") ? List.of() : List.of(output);
        });
    }

    @Test
    void aRouterThatGoesIsNobodysGatewayAnyMore() {
        awaitSlaac(bob);
        cloud.delete("ports/port=" + Ipv6Cloud.routerPort(slaac));
        await(bob, "default", false, "route", "show", "default");
        cloud.putRouterPort(slaac, 1, ROUTER);
        await(bob, defaultVia(slaac), true, "route", "show", "default");
    }

    @Test
    void aNetworkWithoutAModeHearsNothing() {
        probe.sniff("plain", erin);
        try {
            Await.none("the sniffer", SOON, () -> probe.log("plain").contains("ready") ? List.of() : List.of("?"));
            awaitSlaac(alice);
            // A machine asks three times within 12 s (RFC 4861, MAX_RTR_SOLICITATIONS); alice was answered meanwhile.
            assertThat(probe.log("plain")).noneMatch(frame -> frame.startsWith("86", 2 * 54));
            assertThat(show(erin, "route", "show", "default")).isEmpty();
        } finally {
            probe.end("plain");
        }
    }

    @Test
    void aMachineIsNoRouter() {
        awaitSlaac(bob);
        probe.sniff("bob", bob);
        try {
            Await.none("the sniffer", SOON, () -> probe.log("bob").contains("ready") ? List.of() : List.of("?"));
            final var lie = Frames.routerAdvertisement(alice.mac(), Ipv6Cloud.linkLocal(alice.mac()));
            probe.send(alice, List.of(lie));
            awaitPing(alice, bob.ip());
            assertThat(probe.log("bob")).doesNotContain(lie);
            assertThat(show(bob, "route", "show", "default")).doesNotContain(Ipv6Cloud.linkLocal(alice.mac()));
        } finally {
            probe.end("bob");
        }
    }

    @Test
    void anAddressIsLeasedRenewedAndReleasedAndGuarded() throws IOException {
        final var client = client(carol, "");
        client.start();
        try {
            assertThat(client.awaitEvent("event BOUND6 ")).contains("ip=" + carol.ip() + " ", "life=10 ", "dns=2001:db8::53 ",
                "domain=tenant.test", "sntp=2001:db8::123");
            await(carol, defaultVia(stateful), true, "route", "show", "default");
            awaitSlaac(alice);
            await(carol, carol.ip(), true, "addr", "show", "dev", "eth0");
            expectGuarded();
            assertThat(client.awaitEvent("event RENEW6 ")).contains("ip=" + carol.ip() + " ");
            client.release();
            assertThat(client.awaitEvent("event RELEASE6 ")).contains("old=" + carol.ip() + " ");
        } finally {
            client.end();
        }
    }

    /** Its group lets in TCP to port 80. */
    private void expectGuarded() {
        probe.serve(carol, "tcp:80", "tcp:81");
        try {
            Await.none("tcp 80 through the router", SOON, () -> reaches(80) ? List.of() : List.of("no answer"));
            assertThat(reaches(81)).as("no rule for tcp 81").isFalse();
        } finally {
            probe.end("serve-" + carol.name());
        }
    }

    private boolean reaches(final int port) {
        final var target = "tcp:[" + carol.ip() + "]:" + port;
        return probe.attempt(alice, List.of(target)).get(target);
    }

    @Test
    void optionsComeWithoutAnAddress() throws IOException {
        awaitSlaac(dave);
        final var client = client(dave, "also request dhcp6.domain-search;");
        client.start("-S");
        try {
            assertThat(client.awaitEvent("dns=2001:db8::53 ")).contains("ip= ", "domain=tenant.test");
        } finally {
            client.end();
        }
    }

    private Dhclient client(final Machine machine, final String configuration) throws IOException {
        final var own = Files.createDirectory(directory.resolve(machine.name()));
        Files.writeString(own.resolve("conf"), "also request dhcp6.name-servers, dhcp6.domain-search, dhcp6.sntp-servers;\n"
            + configuration);
        return new Dhclient(bench.lab(), machine, own);
    }
}
