/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.VirtualTasks;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.packet.Arrival;
import io.tenantnet.impl.packet.PacketIn;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.packet.View;
import io.tenantnet.impl.resolve.Resolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdvertiserTest {
    private final VirtualTasks tasks = new VirtualTasks();
    private final List<PacketOut> sent = new ArrayList<>();
    private final Advertiser advertiser = new Advertiser(tasks);

    private static Sample cloud() {
        return new Sample().network(1).network(2).port(1, 1).port(2, 2).host(1, Sample.tap(1)).host(2, Sample.tap(2));
    }

    private void change(final Model model, final String... connected) {
        final Map<String, SwitchReport> reports = new HashMap<>();
        Arrays.stream(connected).forEach(host -> reports.put(host, null));
        advertiser.changed(model, Resolver.resolve(model), reports);
    }

    private int lifetime(final PacketOut packet) {
        return (packet.frame()[60] & 0xff) << 8 | packet.frame()[61] & 0xff;
    }

    private void pass(final int seconds) {
        sent.clear();
        tasks.pass(Duration.ofSeconds(seconds));
    }

    @Test
    void threeTimesAtFirstThenNowAndThen() {
        advertiser.start(sent::addAll);
        change(cloud().router(0).router6(0, 1).build(), "h1", "h2");
        pass(1);
        assertThat(sent).extracting(PacketOut::hostId).containsExactly("h1");
        assertThat(sent).allSatisfy(packet -> assertThat(lifetime(packet)).isEqualTo(9000));
        pass(16);
        assertThat(sent).hasSizeBetween(1, 2);
        pass(16);
        assertThat(sent).hasSizeBetween(1, 2);
        pass(8_000);
        assertThat(sent.size()).isBetween(8_000 / 600, 8_000 / 200);
    }

    @Test
    void aRouterThatGoesSaysSo() {
        advertiser.start(sent::addAll);
        change(cloud().router(0).router6(0, 1, 2).build(), "h1", "h2");
        pass(40);
        change(cloud().router(0).router6(0, 2).build(), "h1", "h2");
        pass(1);
        assertThat(sent).extracting(PacketOut::hostId).containsExactly("h1");
        assertThat(lifetime(sent.get(0))).isZero();
        pass(8_000);
        assertThat(sent).extracting(PacketOut::hostId).containsOnly("h2");
    }

    @Test
    void whatASwitchMissedItHearsWhenItIsBack() {
        advertiser.start(sent::addAll);
        change(cloud().router(0).router6(0, 1).build());
        pass(1_000);
        assertThat(sent).isEmpty();
        change(cloud().router(0).router6(0, 1).build(), "h1");
        pass(40);
        assertThat(sent).hasSizeBetween(3, 4);
        change(cloud().build());
        pass(10);
        change(cloud().build(), "h1");
        pass(10);
        assertThat(sent).hasSize(1).allSatisfy(packet -> assertThat(lifetime(packet)).isZero());
    }

    @Test
    void aQuestionIsAnswered() {
        final var model = cloud().router(0).router6(0, 1).build();
        final var resolved = Resolver.resolve(model);
        final var packet = new PacketIn(1, 101, 64, 0, new byte[0]);
        final var view = new View(model, resolved, resolved.sites().keySet());
        assertThat(advertiser.received(new Arrival("h1", Optional.of(resolved.ports().get(Sample.portId(1))), packet),
            view)).hasSize(1);
        assertThat(advertiser.received(new Arrival("h2", Optional.of(resolved.ports().get(Sample.portId(2))), packet),
            view)).isEmpty();
        assertThat(advertiser.received(new Arrival("h1", Optional.empty(), packet), view)).isEmpty();
    }

    @Test
    void thousandsOfPortsTakeTurns() {
        final var many = new Sample().network(1).router(0).router6(0, 1);
        final var taps = new ArrayList<io.tenantnet.impl.model.HostInterface>();
        for (int port = 1; port <= 900; port++) {
            many.port(port, 1);
            taps.add(Sample.tap(port));
        }
        advertiser.start(sent::addAll);
        change(many.host(1, taps.toArray(io.tenantnet.impl.model.HostInterface[]::new)).build(), "h1");
        pass(1);
        assertThat(sent).hasSize(500);
        pass(1);
        assertThat(sent).hasSizeBetween(400, 410);
    }
}
