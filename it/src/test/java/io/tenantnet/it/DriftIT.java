/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.it.lab.FlowDump;
import io.tenantnet.it.lab.FlowWatch;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody changes by hand what is TenantNet's: it is put right within 10 s and counted. What is not, is left alone. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class DriftIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** Longer than any flow waits to be looked at. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(20);
    private static final String OURS = "cookie=0x544e000000000000/0xffff000000000000";

    private final Network network = new Network(1, 5001);
    private final List<Machine> all = List.of(network.machine(11), network.machine(12));
    private final Bench bench;
    private Host host;
    private List<FlowDump> before;

    DriftIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        final var hosts = bench.addHosts(2);
        host = hosts.get(0);
        bench.model().put(network);
        all.forEach(machine -> bench.model().put(machine));
        bench.lab().plug(all.get(0), hosts.get(0));
        bench.lab().plug(all.get(1), hosts.get(1));
        bench.awaitInSync(all);
        before = bench.dumps();
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void whereNobodyChangesAnythingNothingIsSent() throws InterruptedException {
        final long repaired = repaired();
        try (var watch = new FlowWatch(host)) {
            // Nothing can be awaited: that nothing happens while the switch is looked at is what is tested.
            Thread.sleep(LOOKED_AT.toMillis());
            assertThat(watch.events()).isEmpty();
        }
        assertThat(repaired()).isEqualTo(repaired);
    }

    @Test
    void removedFlowsComeBack() {
        final long repaired = repaired();
        ofctl("del-flows", "br-int", OURS + ",table=100");
        repairedAndCounted(repaired);
    }

    @Test
    void addedFlowsGoAndForeignOnesStay() {
        final long repaired = repaired();
        ofctl("add-flow", "br-int", "cookie=0x123,table=200,priority=7,actions=drop");
        ofctl("add-flow", "br-int", "cookie=0x544e000000000007,table=60,priority=7,actions=drop");
        Await.none("gone", LIMIT, () -> dump("cookie=0x544e000000000007/-1"));
        counted(repaired);
        assertThat(dump("cookie=0x123/-1")).hasSize(1);
        ofctl("del-flows", "br-int", "cookie=0x123/-1");
    }

    @Test
    void changedFlowsArePutRight() throws InterruptedException {
        Thread.sleep(LOOKED_AT.toMillis());
        final long repaired = repaired();
        ofctl("mod-flows", "br-int", OURS + ",table=60,actions=drop");
        repairedAndCounted(repaired);
    }

    @Test
    void aFlowThatTookTheCookieOfAnotherGoes() {
        final long repaired = repaired();
        final var stolen = dump(OURS + ",table=100").get(0).replaceAll(".*cookie=(0x[0-9a-f]+).*", "$1");
        ofctl("add-flow", "br-int", "cookie=" + stolen + ",table=100,priority=9,tcp,actions=drop");
        repairedAndCounted(repaired);
    }

    @Test
    void removedMetersComeBackWithTheirFlows() {
        final long repaired = repaired();
        final var meters = meters();
        ofctl("del-meter", "br-int", "meter=" + meter());
        repairedAndCounted(repaired);
        assertThat(meters()).isEqualTo(meters);
    }

    @Test
    void changedMetersArePutRight() {
        final long repaired = repaired();
        final var meters = meters();
        ofctl("mod-meter", "br-int", "meter=" + meter() + ",pktps,burst,stats,band=type=drop,rate=7,burst_size=7");
        assertThat(meters()).isNotEqualTo(meters);
        System.out.printf("Meter put right after %s%n", Await.none("meters", LIMIT, () -> meters().equals(meters)
            ? List.of() : List.of(meters())));
        repairedAndCounted(repaired);
    }

    @Test
    void addedMetersGoAndForeignOnesStay() {
        final long repaired = repaired();
        ofctl("add-meter", "br-int", "meter=5,kbps,band=type=drop,rate=1000");
        ofctl("add-meter", "br-int", "meter=" + 0x4000_4321 + ",kbps,band=type=drop,rate=1000");
        Await.none("gone", LIMIT, () -> meters().contains(Integer.toString(0x4000_4321)) ? List.of(meters()) : List.of());
        counted(repaired);
        assertThat(meters()).contains("meter=5 ");
        ofctl("del-meter", "br-int", "meter=5");
    }

    @Test
    void theTunnelPortComesBackAsItWas() {
        host.vsctl("del-port", "tn-vxlan");
        putRight();
        host.vsctl("set", "interface", "tn-vxlan", "options:remote_ip=10.99.0.77");
        Await.none("options", LIMIT, () -> host.vsctl("get", "interface", "tn-vxlan", "options:remote_ip").contains("flow")
            ? List.of() : List.of("remote_ip is another"));
        putRight();
        assertThat(bench.lab().matrix(all).faultsAfterFirst()).isEmpty();
    }

    @Test
    void theControllerOfTheBridgeComesBack() {
        host.vsctl("del-controller", "br-int");
        Await.none("controller", LIMIT, () -> host.vsctl("get-controller", "br-int").isBlank()
            ? List.of("none") : List.of());
        bench.awaitInSync(all);
        putRight();
    }

    private void repairedAndCounted(final long formerly) {
        putRight();
        counted(formerly);
    }

    private void putRight() {
        System.out.printf("Put right after %s%n", bench.awaitDumps("put right", LIMIT, before));
    }

    private void counted(final long formerly) {
        Await.none("counted", LIMIT, () -> repaired() > formerly ? List.of() : List.of("still " + formerly));
    }

    private long repaired() {
        return bench.model().state().hosts().stream()
            .filter(entry -> entry.get("host-id").getAsString().equals(host.systemId()))
            .map(entry -> entry.get("flows-repaired").getAsLong()).findFirst().orElseThrow();
    }

    private List<String> dump(final String filter) {
        return bench.lab().exec(host.name(), "ovs-ofctl", "-O", "OpenFlow13", "dump-flows", "br-int", filter).lines()
            .filter(line -> line.contains("cookie=")).toList();
    }

    /** The id of the first of TenantNet's meters there. */
    private String meter() {
        return meters().replaceAll("(?s).*?meter=([0-9]+).*", "$1");
    }

    /** What they say, by their ids; a band has a line of its own. */
    private String meters() {
        return Stream.of(bench.lab().exec(host.name(), "ovs-ofctl", "-O", "OpenFlow13", "dump-meters", "br-int")
            .split("\n\n|(?=meter=)")).map(String::strip).filter(meter -> meter.startsWith("meter=")).sorted()
            .collect(Collectors.joining("\n"));
    }

    private void ofctl(final String... words) {
        final var command = new String[words.length + 3];
        command[0] = "ovs-ofctl";
        command[1] = "-O";
        command[2] = "OpenFlow13";
        System.arraycopy(words, 0, command, 3, words.length);
        bench.lab().exec(host.name(), command);
    }
}
