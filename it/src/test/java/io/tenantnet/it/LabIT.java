/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.Capture;
import io.tenantnet.it.lab.Clock;
import io.tenantnet.it.lab.ContinuousPing;
import io.tenantnet.it.lab.FlowWatch;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Lab;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Proves the laboratory itself, with flows programmed by hand and no controller. */
@TestInstance(Lifecycle.PER_CLASS)
class LabIT {
    private static final int VNI = 4711;
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)");

    private final Network network = new Network(1, VNI);
    private final Network other = new Network(2, VNI + 1);
    private final Machine first = network.machine(1);
    private final Machine second = network.machine(2).behind(".");
    private final Machine alone = other.machine(3).behind("vnic1.0");
    private Lab lab;
    private List<Host> hosts;

    @BeforeAll
    void raise() {
        lab = new Lab(System.getProperty("tenantnet.lab", "it") + "s");
        hosts = lab.up(2);
        hosts.forEach(Host::makeBridge);
        lab.plug(first, hosts.get(0));
        lab.plug(second, hosts.get(1));
        lab.plug(alone, hosts.get(1));
        tunnel(hosts.get(0), hosts.get(1));
        tunnel(hosts.get(1), hosts.get(0));
        join(hosts.get(0), "tap" + first.portUuid().substring(0, 11));
        join(hosts.get(1), ".");
    }

    private static void tunnel(final Host host, final Host peer) {
        host.vsctl("add-port", "br-int", "vx", "--", "set", "interface", "vx", "type=vxlan", "options:key=" + VNI,
            "options:local_ip=" + host.tunnelAddress(), "options:remote_ip=" + peer.tunnelAddress());
    }

    /** Joins one interface and the tunnel, by port number: an interface that was away needs it again. */
    private static void join(final Host host, final String port) {
        addFlow(host, "cookie=0x544e000000000001,in_port=\"" + port + "\",actions=output:vx");
        addFlow(host, "cookie=0x544e000000000002,in_port=vx,actions=output:\"" + port + "\"");
    }

    private static void addFlow(final Host host, final String flow) {
        host.lab().exec(host.name(), "ovs-ofctl", "-O", "OpenFlow13", "add-flow", "br-int", flow);
    }

    @AfterAll
    void takeDown() {
        lab.close();
    }

    @Test
    void pingsGoOverTheTunnelAndNowhereElse() {
        final var matrix = lab.matrix(List.of(first, second, alone));
        assertThat(matrix.faultsAfterFirst()).isEmpty();
        assertThat(matrix.pairs()).filteredOn(pair -> pair.received() > 0).hasSize(2);
    }

    @Test
    void captureSeesTheNetworkIdentifier() {
        try (var capture = new Capture(lab)) {
            lab.ping(first, second);
            Await.none("capture", Bench.SETTLE,
                () -> capture.vnis().contains(VNI) ? List.of() : List.of("seen: " + capture.vnis()));
            assertThat(capture.vnis()).containsExactly(VNI);
        }
    }

    @Test
    void aMoveIsSeenAsLossAndTheDumpsTellWhatChanged() {
        final var before = hosts.get(0).flows();
        final var pings = new ContinuousPing(lab, first, second, 0.05);
        try (pings; var watch = new FlowWatch(hosts.get(0))) {
            final var flow = "cookie=0x544e000000000003,priority=7,dl_src=02:00:00:00:00:01,actions=drop";
            addFlow(hosts.get(0), flow);
            assertThat(before.difference(hosts.get(0).flows())).contains("h1 + ", "priority=7").doesNotContain("h1 - ");
            lab.exec("h1", "ovs-ofctl", "-O", "OpenFlow13", "--strict", "del-flows", "br-int",
                "priority=7,dl_src=02:00:00:00:00:01");
            assertThat(hosts.get(0).flows()).isEqualTo(before);
            Await.none("events", Bench.SETTLE,
                () -> watch.events().size() == 2 ? List.of() : watch.events());
            lab.move(second, hosts.get(0), 0.2);
            lab.move(second, hosts.get(1), 0);
            join(hosts.get(1), ".");
            final var result = pings.end();
            assertThat(result.received()).isPositive();
            assertThat(result.lost()).isNotEmpty();
            assertThat(lab.ping(first, second).allButFirstAnswered()).isTrue();
        }
    }

    @Test
    void aMachineWaitsForItsBridgeAndSaysWhatIsMissing() {
        final var host = lab.add(3);
        final var result = lab.attempt("vm", host.name(), "early", "fa:16:3e:00:00:99", "none", "--id", "early",
            "--wait", "1");
        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains("h3 has had no br-int for 1 s");
        host.remove();
        assertThat(lab.attempt("remove", "h3").output()).contains("no host h3");
    }

    @Test
    void aHostsClockJumpsWhileItRuns() {
        Clock.ownOnes(lab);
        final var host = lab.add(4);
        host.clock().wrongBy(7_200);
        host.makeBridge();
        assertThat(secondsAhead("ovsdb-tool show-log $OVS_DBDIR/conf.db | tail -n 1")).isBetween(7_190L, 7_200L);
        host.clock().wrongBy(-7_200);
        host.vsctl("del-br", "br-int");
        assertThat(secondsAhead("tail -n 1 $OVS_LOGDIR/ovs-vswitchd.log")).isBetween(-7_210L, -7_200L);
        host.remove();
    }

    /** By how much the time in a line of the host is beyond that of the machine. */
    private long secondsAhead(final String command) {
        final var line = lab.exec("h4", "sh", "-c", command);
        final var time = TIME.matcher(line);
        assertThat(time.find()).as(line).isTrue();
        return Duration.between(Instant.now(), Instant.parse(time.group(1) + "T" + time.group(2) + "Z")).toSeconds();
    }
}
