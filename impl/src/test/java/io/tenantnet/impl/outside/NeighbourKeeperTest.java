/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.engine.VirtualTasks;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.packet.Arrival;
import io.tenantnet.impl.packet.PacketIn;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.packet.View;
import io.tenantnet.impl.resolve.Resolver;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NeighbourKeeperTest {
    private static final IpAddress NEXT = IpAddress.parse("192.0.2.1");
    private static final Place PLACE = new Place(Sample.networkId(9), NEXT);
    private static final MacAddress MAC = MacAddress.parse("00:00:5e:00:01:01");
    private static final Model MODEL = new Sample().network(1).physical(9, 0).port(1, 1).router(0, 1).outside(0, true)
        .host(1, Sample.tap(1)).provider(1, 9).build();
    private static final long METADATA = 0x1_01dd_1000L;

    private final VirtualTasks tasks = new VirtualTasks();
    private final List<PacketOut> sent = new ArrayList<>();
    private final Remembered store = new Remembered();
    private Neighbours heard;
    private NeighbourKeeper keeper = keeper();

    private NeighbourKeeper keeper() {
        final var made = new NeighbourKeeper(sent::addAll, newest -> heard = newest, store, tasks);
        made.start();
        return made;
    }

    @Test
    void theNextRouterIsAskedAndItsAnswerTold() {
        tell(MODEL);
        assertThat(sent).hasSize(1);
        final var asked = ArpFrame.read(sent.get(0).frame()).orElseThrow();
        assertThat(asked.operation()).isEqualTo(ArpFrame.REQUEST);
        assertThat(asked.target()).isEqualTo(NEXT);
        assertThat(asked.sender()).isEqualTo(IpAddress.parse("192.0.2.100"));
        assertThat(sent.get(0).actions()).hasToString("[output:9]");

        answer(METADATA);
        assertThat(heard.mac(PLACE.networkId(), NEXT)).contains(MAC);
        assertThat(store.macs).containsEntry(PLACE, MAC);
        tasks.pass(Duration.ofSeconds(20));
        assertThat(sent).as("not again so soon").hasSize(1);
        tasks.pass(Duration.ofSeconds(20));
        assertThat(sent.size()).isGreaterThan(1);
    }

    @Test
    void anAnswerFromAnotherNetworkMeansNothing() {
        tell(MODEL);
        answer(0x1_02dd_1007L);
        assertThat(heard.macs()).isEmpty();
    }

    @Test
    void whoIsSilentIsToldButNotForgotten() {
        tell(MODEL);
        answer(METADATA);
        tasks.pass(Duration.ofSeconds(60));
        assertThat(heard.silent()).containsExactly(PLACE);
        assertThat(heard.macs()).containsEntry(PLACE, MAC);
        answer(METADATA);
        assertThat(heard.silent()).isEmpty();
    }

    @Test
    void afterARestartTheAnswerIsKnownAtOnce() {
        tell(MODEL);
        answer(METADATA);
        heard = null;
        keeper = keeper();
        assertThat(heard.macs()).containsEntry(PLACE, MAC);
        // The router's host is not back yet.
        tell(new Model(MODEL.tenant(), Map.of()));
        assertThat(store.macs).containsEntry(PLACE, MAC);
    }

    @Test
    void whoIsNotNeededIsForgotten() {
        tell(MODEL);
        answer(METADATA);
        tell(Model.EMPTY);
        tasks.pass(Duration.ofSeconds(2));
        assertThat(heard.macs()).isEmpty();
        assertThat(store.macs).isEmpty();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void aMachineToWhichSomethingWasSentIsAskedForAsLongAsItAnswers() {
        tell(MODEL);
        answer(METADATA);
        sent.clear();
        final var other = IpAddress.parse("192.0.2.50");
        final var packet = ByteBuffer.allocate(60);
        packet.putInt(30, (int) other.low());
        final var arrival = new Arrival("h1", Optional.empty(), new PacketIn(1, 9, 88, METADATA, packet.array()));
        keeper.received(arrival, new View(MODEL, Resolver.resolve(MODEL), Set.of("h1")));
        tasks.runAll();
        assertThat(sent).extracting(one -> ArpFrame.read(one.frame()).orElseThrow().target()).containsExactly(other);
        answer(METADATA, other);
        assertThat(heard.mac(PLACE.networkId(), other)).contains(MAC);
        tasks.pass(Duration.ofSeconds(60));
        assertThat(heard.mac(PLACE.networkId(), other)).isEmpty();
        assertThat(heard.mac(PLACE.networkId(), NEXT)).as("the next router stays").contains(MAC);
    }

    @Test
    void aMachineIsKnownAfterARestartAndAskedForWhenItsHostIsBack() {
        final var machine = new Place(PLACE.networkId(), IpAddress.parse("192.0.2.50"));
        final var nowhere = new Place(Sample.networkId(8), NEXT);
        store.put(machine, MAC);
        store.put(nowhere, MAC);
        keeper = keeper();
        tell(new Model(MODEL.tenant(), Map.of()), Set.of());
        tasks.pass(Duration.ofSeconds(20));
        assertThat(heard.macs()).containsKeys(machine, nowhere);
        sent.clear();
        tell(MODEL);
        tasks.pass(Duration.ofSeconds(2));
        assertThat(sent).extracting(one -> ArpFrame.read(one.frame()).orElseThrow().target()).contains(machine.address());
        answer(METADATA, machine.address());
        tasks.pass(Duration.ofSeconds(20));
        answer(METADATA, machine.address());
        tasks.pass(Duration.ofSeconds(25));
        assertThat(heard.macs()).as("answers, and is in no network of the model").containsKey(machine)
            .doesNotContainKey(nowhere);
        tasks.pass(Duration.ofSeconds(60));
        assertThat(heard.macs()).as("does not answer any more").doesNotContainKey(machine);
    }

    private void tell(final Model model) {
        tell(model, Set.of("h1"));
    }

    private void tell(final Model model, final Set<String> connected) {
        keeper.changed(model, Resolver.resolve(model), connected.stream().collect(Collectors.toMap(host -> host,
            host -> new SwitchReport(0, 0, Set.of(), Optional.empty()))));
        tasks.runAll();
    }

    private void answer(final long metadata) {
        answer(metadata, NEXT);
    }

    private void answer(final long metadata, final IpAddress who) {
        final var frame = new ArpFrame(ArpFrame.REPLY, MAC, who, IpAddress.parse("192.0.2.100")).broadcast();
        keeper.received(new Arrival("h1", Optional.empty(), new PacketIn(1, 9, 76, metadata, frame)), View.EMPTY);
        tasks.runAll();
    }

    private static final class Remembered implements NeighbourStore {
        private final Map<Place, MacAddress> macs = new HashMap<>();

        @Override
        public Map<Place, MacAddress> load() {
            return Map.copyOf(macs);
        }

        @Override
        public void put(final Place place, final MacAddress mac) {
            macs.put(place, mac);
        }

        @Override
        public void remove(final Place place) {
            macs.remove(place);
        }
    }
}
