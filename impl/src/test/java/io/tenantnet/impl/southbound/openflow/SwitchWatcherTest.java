/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tenantnet.impl.engine.SwitchChannel;
import io.tenantnet.impl.engine.SwitchListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.openflowplugin.api.openflow.device.DeviceInfo;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeRegistration;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeService;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeServiceManager;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.binding.KeyedInstanceIdentifier;
import org.opendaylight.yangtools.yang.binding.RpcService;
import org.opendaylight.yangtools.yang.common.Uint64;

class SwitchWatcherTest {
    private static final Duration SWEEP = Duration.ofMillis(50);

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<MastershipChangeService> services = new CopyOnWriteArrayList<>();
    private final List<DeviceInfo> mastered = new CopyOnWriteArrayList<>();
    private SwitchWatcher watcher;

    @BeforeEach
    void prepare() {
        final var registry = mock(RpcConsumerRegistry.class);
        when(registry.getRpcService(any())).thenAnswer(call -> mock(call.<Class<? extends RpcService>>getArgument(0)));
        final var manager = mock(MastershipChangeServiceManager.class);
        when(manager.register(any())).thenAnswer(call -> {
            final MastershipChangeService service = call.getArgument(0);
            services.add(service);
            mastered.forEach(service::onBecomeOwner);
            return (MastershipChangeRegistration) () -> services.remove(service);
        });
        watcher = new SwitchWatcher(manager, registry, new Recorder(), SWEEP);
    }

    @AfterEach
    void end() throws Exception {
        watcher.close();
    }

    @Test
    void tellsOfTheSwitchesThatThereAre() throws InterruptedException {
        mastered.add(device(7, 4));
        watcher.start();
        assertThat(next().what).isEqualTo("connected 7");
    }

    @Test
    void everyConnectionHasItsOwnChannel() throws InterruptedException {
        watcher.start();
        become(device(7, 4));
        final var first = next();
        lose(device(7, 4));
        lose(device(7, 4));
        become(device(7, 4));
        lose(device(7, 4));
        final var lost = next();
        final var second = next();
        final var end = next();
        assertThat(List.of(first.what, lost.what, second.what, end.what))
            .containsExactly("connected 7", "disconnected 7", "connected 7", "disconnected 7");
        assertThat(lost.channel).isSameAs(first.channel);
        assertThat(second.channel).isNotSameAs(first.channel);
        assertThat(end.channel).isSameAs(second.channel);
        assertThat(first.channel.read()).isCompletedExceptionally();
    }

    @Test
    void aNewConnectionEndsTheOldOne() throws InterruptedException {
        watcher.start();
        become(device(7, 4));
        become(device(7, 4));
        assertThat(List.of(next().what, next().what, next().what))
            .containsExactly("connected 7", "disconnected 7", "connected 7");
    }

    @Test
    void findsTheSwitchesOfWhichNobodyTold() throws InterruptedException {
        watcher.start();
        mastered.add(device(7, 4));
        assertThat(next().what).isEqualTo("connected 7");
        assertThat(events.poll(4 * SWEEP.toMillis(), TimeUnit.MILLISECONDS)).isNull();
        assertThat(services.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void leavesOldOpenFlowAlone() throws InterruptedException {
        watcher.start();
        become(device(7, 1));
        become(device(8, 4));
        assertThat(next().what).isEqualTo("connected 8");
    }

    @Test
    void datapathIdsAreUnsigned() throws InterruptedException {
        watcher.start();
        become(device(-1, 4));
        assertThat(next().what).isEqualTo("connected -1");
    }

    @Test
    void canBeClosedWithoutAStart() throws Exception {
        watcher.close();
        assertThat(events).isEmpty();
    }

    @Test
    void allIsLostAtTheEnd() throws Exception {
        watcher.start();
        become(device(7, 4));
        become(device(8, 4));
        watcher.close();
        final var told = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            told.add(next().what);
        }
        assertThat(told).containsExactlyInAnyOrder("connected 7", "connected 8", "disconnected 7", "disconnected 8");
        assertThat(services).isEmpty();
    }

    private Event next() throws InterruptedException {
        final var event = events.poll(5, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private void become(final DeviceInfo device) {
        services.forEach(service -> service.onBecomeOwner(device));
    }

    private void lose(final DeviceInfo device) {
        services.forEach(service -> service.onLoseOwnership(device));
    }

    private static DeviceInfo device(final long datapathId, final int version) {
        final var id = new NodeId("openflow:" + Long.toUnsignedString(datapathId));
        final var device = mock(DeviceInfo.class);
        when(device.getDatapathId()).thenReturn(Uint64.fromLongBits(datapathId));
        when(device.getVersion()).thenReturn((short) version);
        when(device.getNodeId()).thenReturn(id);
        when(device.getNodeInstanceIdentifier()).thenReturn((KeyedInstanceIdentifier<Node, NodeKey>)
            InstanceIdentifier.create(Nodes.class).child(Node.class, new NodeKey(id)));
        return device;
    }

    private record Event(String what, SwitchChannel channel) {
    }

    private final class Recorder implements SwitchListener {
        @Override
        public void connected(final long datapathId, final SwitchChannel channel) {
            events.add(new Event("connected " + datapathId, channel));
        }

        @Override
        public void disconnected(final long datapathId, final SwitchChannel channel) {
            events.add(new Event("disconnected " + datapathId, channel));
        }
    }
}
