/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.lab.Counters;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A machine claims to be what it is not; a neighbour listens, on the other host. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SpoofingIT {
    private static final String SNIFFER = "sniffer";

    private static final Set<String> SERVERS = Set.of("DHCP server", "router");

    private final Machine liar = World.RED.machine(31);
    private final Machine victim = World.RED.machine(32);
    private final Machine listener = World.RED.machine(33);
    private final Bench bench;
    private final Probe probe;
    private List<Host> hosts;

    SpoofingIT(final Bench bench) {
        this.bench = bench;
        probe = new Probe(bench.lab());
    }

    @BeforeAll
    void raise() {
        hosts = bench.addHosts(2);
        final var model = new SecurityModel(bench.model());
        bench.model().put(World.RED);
        final var all = List.of(liar, victim, listener);
        all.forEach(machine -> model.putPort(machine));
        bench.lab().plug(liar, hosts.get(0));
        bench.lab().plug(victim, hosts.get(0));
        bench.lab().plug(listener, hosts.get(1));
        bench.awaitInSync(all);
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
        probe.sniff(SNIFFER, listener);
        Await.none("the sniffer", Bench.SETTLE, () -> probe.log(SNIFFER).contains("ready") ? List.of() : List.of("?"));
    }

    @AfterAll
    void end() {
        probe.end(SNIFFER);
    }

    private Map<String, String> lies() {
        final var foreign = "fa:16:3e:00:01:99";
        final var own6 = SecurityModel.ip6(liar);
        final Map<String, String> frames = new TreeMap<>();
        frames.put("MAC", Frames.udp(foreign, liar.ip(), 1000, 1000));
        frames.put("IPv4", Frames.udp(liar.mac(), victim.ip(), 1000, 1000));
        frames.put("IPv6", Frames.echoRequest(liar.mac(), SecurityModel.ip6(victim)));
        frames.put("ARP", Frames.arpReply(liar.mac(), victim.ip()));
        frames.put("ND", Frames.neighbourAdvertisement(liar.mac(), own6, SecurityModel.ip6(victim)));
        frames.put("DHCP server", Frames.udp(liar.mac(), liar.ip(), 67, 68));
        frames.put("router", Frames.routerAdvertisement(liar.mac(), linkLocal(liar)));
        return frames;
    }

    private static String linkLocal(final Machine machine) {
        final var octets = machine.mac().split(":");
        return "fe80::f816:%sff:fe%s:%s%s".formatted(octets[2], octets[3], octets[4], octets[5]);
    }

    @Test
    void noLieArrivesAndEachIsCounted() {
        final var counter = new Counters(bench.lab(), hosts.get(0));
        final var liarsKey = "metadata=0x%x00000000000/".formatted(2L * ofport(liar));
        for (final var lie : lies().entrySet()) {
            // That of a server is counted for all ports together.
            final var key = SERVERS.contains(lie.getKey()) ? "priority=200," : liarsKey;
            final long before = counter.sum("table=50,", key, "actions=drop");
            probe.send(liar, List.of(lie.getValue()));
            Await.none(lie.getKey() + " counted", Bench.SETTLE, () ->
                counter.sum("table=50,", key, "actions=drop") > before ? List.of()
                    : List.of("drops before and after: " + before));
            assertThat(probe.log(SNIFFER)).as(lie.getKey()).doesNotContain(lie.getValue());
        }
    }

    @Test
    void theTruthArrives() {
        final var truth = new ArrayList<String>();
        truth.add(Frames.udp(liar.mac(), liar.ip(), 1000, 1000));
        truth.add(Frames.echoRequest(liar.mac(), SecurityModel.ip6(liar)));
        truth.add(Frames.arpReply(liar.mac(), liar.ip()));
        truth.add(Frames.neighbourAdvertisement(liar.mac(), SecurityModel.ip6(liar), SecurityModel.ip6(liar)));
        truth.add(Frames.neighbourAdvertisement(liar.mac(), linkLocal(liar), linkLocal(liar)));
        probe.send(liar, truth);
        Await.none("the truth", Bench.SETTLE, () -> probe.log(SNIFFER).containsAll(truth) ? List.of()
            : probe.log(SNIFFER));
    }

    private int ofport(final Machine machine) {
        return bench.model().state().port(machine).orElseThrow().get("ofport").getAsInt();
    }
}
