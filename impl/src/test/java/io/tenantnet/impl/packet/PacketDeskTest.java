/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.VirtualTasks;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacketDeskTest {
    private static final byte[] FRAME = {1, 2, 3};

    private final VirtualTasks tasks = new VirtualTasks();
    private final List<String> sent = new ArrayList<>();
    private final List<String> arrived = new ArrayList<>();
    private final PacketDesk desk = new PacketDesk(
        (datapathId, actions, frame) -> sent.add(datapathId + " " + actions + " " + frame.length), tasks,
        Map.of(Table.DHCP, this::take));

    @BeforeEach
    void model() {
        final var model = new Sample().network(1).port(1, 1).port(2, 1).port(3, 1).host(1, Sample.tap(1), Sample.tap(3))
            .host(2, Sample.tap(2)).build();
        desk.changed(model, Resolver.resolve(model),
            Map.of("h1", new SwitchReport(0, 0, Set.of(), Optional.empty())));
    }

    private List<PacketOut> take(final Arrival arrival, final View view) {
        arrived.add(arrival.hostId() + " port " + arrival.port().map(port -> port.ofport()).orElse(0));
        return arrival.port().map(port -> PacketOut.to(port, arrival.packet().frame())).stream().toList();
    }

    @Test
    void aPacketComesFromThePortThatItsMetadataSay() {
        desk.received(packet(1, 101, Table.DHCP));
        desk.received(packet(1, 0, Table.DHCP));
        tasks.runAll();
        assertThat(arrived).containsExactly("h1 port 101", "h1 port 0");
        assertThat(sent).containsExactly("1 [set_field:0x65->reg7, resubmit(,130)] 3");
    }

    @Test
    void nothingIsDoneOnTheThreadThatBringsIt() {
        desk.received(packet(1, 101, Table.DHCP));
        assertThat(arrived).isEmpty();
    }

    @Test
    void packetsOfOtherTablesAndOfSwitchesOfOthersAreLeftAlone() {
        desk.received(packet(1, 101, Table.ROUTER));
        desk.received(packet(2, 102, Table.DHCP));
        desk.received(packet(77, 102, Table.DHCP));
        tasks.runAll();
        assertThat(arrived).isEmpty();
    }

    @Test
    void aStormFromOnePortDelaysNobodyElse() {
        for (int i = 0; i < 1000; i++) {
            desk.received(packet(1, 101, Table.DHCP));
        }
        desk.received(packet(1, 103, Table.DHCP));
        tasks.runAll();
        assertThat(arrived).hasSize(17).startsWith("h1 port 101", "h1 port 103");
    }

    @Test
    void aHandlerThatThrowsCostsOnePacket() {
        final var failing = new PacketDesk((datapathId, actions, frame) -> sent.add("sent"), tasks,
            Map.of(Table.DHCP, (arrival, view) -> {
                arrived.add("one");
                throw new IllegalStateException("of the test");
            }));
        final var model = new Sample().host(1).build();
        failing.changed(model, Resolver.resolve(model),
            Map.of("h1", new SwitchReport(0, 0, Set.of(), Optional.empty())));
        failing.received(packet(1, 101, Table.DHCP));
        failing.received(packet(1, 101, Table.DHCP));
        tasks.runAll();
        assertThat(arrived).hasSize(2);
        assertThat(sent).isEmpty();
    }

    @Test
    void whatNobodyAskedForIsSentToMasteredSwitchesOnly() {
        desk.send(List.of(new PacketOut("h1", List.of(), FRAME), new PacketOut("h2", List.of(), FRAME),
            new PacketOut("nobody", List.of(), FRAME)));
        assertThat(sent).containsExactly("1 [] 3");
    }

    private static PacketIn packet(final long datapathId, final int port, final Table table) {
        return new PacketIn(datapathId, port, table.id(), (long) port << 45 | 0x3001389L, FRAME);
    }
}
