/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machines ask for their addresses: of TenantNet, of a server beside it, of a machine that plays one, and of nobody. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class DhcpIT {
    private static final String GROUP = "c0000001-0000-4000-8000-000000000000";
    private static final Duration FLOOD = Duration.ofSeconds(10);
    private static final int FLOOD_RATE = 200;
    private static final int LET_PASS = 20;

    private final Network red = new Network(1, 5001);
    private final Network blue = new Network(2, 5002);
    private final Network green = new Network(3, 5003);
    private final Machine alice = red.machine(11);
    private final Machine bob = red.machine(12);
    private final Machine dnsmasq = blue.machine(20);
    private final Machine carol = blue.machine(21);
    private final Machine rogue = green.machine(30);
    private final Machine dave = green.machine(31);
    private final Bench bench;
    private final Clients clients;
    private List<Host> hosts;

    DhcpIT(final Bench bench) {
        this.bench = bench;
        clients = new Clients(bench.lab());
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        bench.rest().put(TenantModel.ROOT + "/settings", Map.of("tenantnet:settings",
            Map.of("dhcp", Map.of("lease-time", 3600, "domain-name", "tenant.test")))).expectSuccess();
        putNetworks();
        bench.model().put("security-groups/security-group", Map.of("uuid", GROUP));
        put(alice, "compute:nova", "security-group-ids", List.of(GROUP), "extra-dhcp-opts",
            List.of(option("ntp-server", "10.0.0.123"), option("bootfile-name", "pxelinux.0"),
                option("server-ip-address", "10.0.0.80"), option("no-such-option", "1")));
        List.of(bob, carol, rogue, dave).forEach(machine -> put(machine, "compute:nova"));
        put(dnsmasq, "network:dhcp");
        final var server = new TreeMap<>(red.machine(2).toJson());
        server.put("device-owner", "network:dhcp");
        bench.model().put("ports/port", server);
        List.of(alice, bob, carol, rogue).forEach(machine -> clients.plug(machine, hosts.get(0)));
        List.of(dave, dnsmasq).forEach(machine -> clients.plug(machine, hosts.get(1)));
        List.of(dnsmasq, rogue).forEach(machine ->
            bench.lab().exec(machine.name(), "ip", "addr", "add", machine.ip() + "/24", "dev", "eth0"));
        bench.awaitInSync(List.of(alice, bob, carol, dave, dnsmasq, rogue));
    }

    @AfterAll
    void end() {
        bench.rest().delete(TenantModel.ROOT + "/settings").expectSuccess();
    }

    private void putNetworks() {
        final var net = new TreeMap<>(red.toJson());
        net.put("mtu", 1400);
        bench.model().put("networks/network", net);
        List.of(blue, green).forEach(other -> bench.model().put("networks/network", other.toJson()));
        bench.model().put("subnets/subnet", subnet(red, "dns-nameservers", List.of("10.0.0.53", "10.0.0.54"),
            "host-routes", List.of(Map.of("destination", "192.168.0.0/16", "nexthop", "10.0.0.7"))));
        bench.model().put("subnets/subnet", subnet(blue, "enable-dhcp", false));
        bench.model().put("subnets/subnet", subnet(green, "enable-dhcp", false));
    }

    private static Map<String, Object> subnet(final Network network, final Object... leaves) {
        return with(network.subnetJson(), leaves);
    }

    private void put(final Machine machine, final String owner, final Object... leaves) {
        final var entry = with(machine.toJson(), leaves);
        entry.put("device-owner", owner);
        bench.model().put("ports/port", entry);
    }

    private static Map<String, Object> with(final Map<String, Object> entry, final Object... leaves) {
        final var all = new TreeMap<>(entry);
        for (int index = 0; index < leaves.length; index += 2) {
            all.put((String) leaves[index], leaves[index + 1]);
        }
        return all;
    }

    private static Map<String, Object> option(final String name, final String value) {
        return Map.of("opt-name", name, "ip-version", 4, "opt-value", value);
    }

    @AfterEach
    void forget() {
        Stream.of(alice, bob, carol, dave).forEach(machine ->
            bench.lab().exec(machine.name(), "ip", "-4", "addr", "flush", "dev", "eth0"));
    }

    @Test
    void aLeaseSaysAllAndIsRenewedAndReleased() {
        clients.start(alice, "-O", "ntpsrv", "-O", "mtu", "-O", "staticroutes", "-O", "bootfile", "-O", "tftp");
        try {
            assertThat(clients.awaitEvent(alice, "bound", 1)).containsAllEntriesOf(Map.of("ip", alice.ip(),
                "subnet", "255.255.255.0", "broadcast", "10.0.0.255", "router", "10.0.0.254",
                "dns", "10.0.0.53 10.0.0.54", "domain", "tenant.test", "mtu", "1400", "lease", "3600",
                "serverid", "10.0.0.2", "ntpsrv", "10.0.0.123"))
                .containsAllEntriesOf(Map.of("siaddr", "10.0.0.80", "boot_file", "pxelinux.0",
                    "staticroutes", "192.168.0.0/16 10.0.0.7 0.0.0.0/0 10.0.0.254"));
            clients.signal(alice, "USR1");
            assertThat(clients.awaitEvent(alice, "renew", 1)).containsEntry("ip", alice.ip());
            assertThat(clients.log(alice)).as("by unicast").anyMatch(line -> line.contains("sending renew to server 10.0.0.2"));
            clients.signal(alice, "USR2");
            Await.none("released", Bench.SETTLE, () -> clients.log(alice).stream()
                .anyMatch(line -> line.contains("entering released state")) ? List.of() : clients.log(alice));
            clients.signal(alice, "USR1");
            assertThat(clients.awaitEvent(alice, "bound", 2)).containsEntry("ip", alice.ip());
        } finally {
            clients.end(alice);
        }
        assertThat(bench.model().state().port(alice).orElseThrow().get("reason").getAsString())
            .isEqualTo("extra-dhcp-opts no-such-option '1': there is no DHCP option of that name");
    }

    @Test
    void aForeignAddressIsRefused() {
        assertThat(clients.ask(bob, "request", "requested=10.77.0.1")).containsExactly("nak 0.0.0.0 10.0.0.2");
        assertThat(clients.ask(bob, "request", "requested=" + alice.ip())).containsExactly("nak 0.0.0.0 10.0.0.2");
        assertThat(clients.ask(bob, "request", "ciaddr=10.77.0.1")).containsExactly("nak 0.0.0.0 10.0.0.2");
        assertThat(clients.ask(bob, "request", "requested=" + bob.ip())).containsExactly("ack " + bob.ip() + " 10.0.0.2");
        assertThat(clients.ask(bob, "request", "requested=" + bob.ip(), "server=10.0.0.99")).isEmpty();
        assertThat(clients.ask(bob, "inform", "ciaddr=" + bob.ip())).containsExactly("ack 0.0.0.0 10.0.0.2");
    }

    @Test
    void aDeclineIsToldToTheOperator() {
        final var told = "port " + bob.portUuid() + " says that another one uses " + bob.ip();
        final long before = bench.controller().logged(told);
        assertThat(clients.ask(bob, "decline", "requested=" + bob.ip(), "server=10.0.0.2")).isEmpty();
        assertThat(bench.controller().logged(told)).isEqualTo(before + 1);
    }

    @Test
    void oneMachineDoesNotKeepAnotherFromItsLease() {
        clients.flood(bob, FLOOD_RATE, FLOOD);
        final long start = System.nanoTime();
        assertThat(clients.once(alice)).hasSize(1).first().asString().contains("ip=" + alice.ip());
        System.out.printf("DhcpIT: a lease took %d ms while another machine sent %d discovers a second%n",
            Duration.ofNanos(System.nanoTime() - start).toMillis(), FLOOD_RATE);
        final var counts = clients.floodCounts();
        System.out.println("DhcpIT: the other machine: " + counts);
        final int answers = Integer.parseInt(counts.substring(counts.indexOf("answers=") + 8));
        assertThat(answers).isBetween(LET_PASS, LET_PASS * ((int) FLOOD.toSeconds() + 2));
    }

    @Test
    void aServerBesideItGoesOnServing() {
        clients.serve(dnsmasq, "10.0.0.21");
        try {
            assertThat(clients.once(carol)).hasSize(1).first().asString().contains("serverid=" + dnsmasq.ip());
        } finally {
            clients.endServer(dnsmasq);
        }
    }

    @Test
    void whereDhcpIsOffNobodyAnswers() {
        assertThat(clients.once(dave)).isEmpty();
    }

    @Test
    void aMachineCannotPlayServer() {
        clients.serve(rogue, "10.0.0.31");
        try {
            assertThat(clients.once(dave)).isEmpty();
            assertThat(bench.lab().run("log", "dnsmasq-" + rogue.name())).as("it was asked").contains("DHCPOFFER");
        } finally {
            clients.endServer(rogue);
        }
    }
}
