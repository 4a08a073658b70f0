/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import io.tenantnet.impl.state.Derivation;
import io.tenantnet.impl.state.StateDeriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** An engine with a small cloud, whose switches have the datapath ids 0, 1, 2. */
final class SmallCloudRun {
    final SmallCloud cloud = new SmallCloud();
    final List<VirtualSwitch> switches = IntStream.range(0, SmallCloud.HOSTS)
        .mapToObj(number -> new VirtualSwitch()).toList();
    final VirtualTasks tasks;
    final Engine engine;
    Map<String, SwitchReport> reports = Map.of();
    private Derivation state = Derivation.EMPTY;
    private final Map<Integer, VirtualSwitch.Line> lines = new HashMap<>();

    SmallCloudRun(final Random random) {
        tasks = new VirtualTasks(random);
        engine = new Engine(tasks, (model, resolved, newest) -> {
            assertThat(resolved).isEqualTo(Resolver.resolve(model));
            state = state.next(model, resolved, newest);
            assertThat(state.state()).isEqualTo(StateDeriver.derive(model, resolved, newest));
            reports = newest;
        });
        tellAll();
        for (int number = 0; number < SmallCloud.HOSTS; number++) {
            connect(number);
        }
    }

    void tellTenant() {
        engine.changed(cloud.model().tenant());
    }

    void tellHosts() {
        engine.changed(cloud.model().hosts());
        engine.changed(cloud.model().presence());
        engine.changed(cloud.model().neighbours());
        engine.vteps(cloud.model().vteps());
    }

    void tellAll() {
        final var model = cloud.model();
        engine.changed(model.tenant());
        engine.changed(model.hosts());
        engine.changed(model.presence());
        engine.changed(model.neighbours());
        engine.vteps(model.vteps());
    }

    void connect(final int number) {
        // A connection may be replaced without a word that it was lost.
        final var line = switches.get(number).connect();
        final var former = lines.put(number, line);
        if (former != null) {
            former.lose(0);
        }
        engine.connected(number, line);
    }

    void disconnect(final int number, final int taken) {
        final var line = lines.remove(number);
        if (line != null) {
            line.lose(taken);
            engine.disconnected(number, line);
        }
    }

    void answer(final int number) {
        if (lines.containsKey(number)) {
            lines.get(number).answer();
        }
    }

    void fail(final int number, final int taken) {
        if (lines.containsKey(number)) {
            lines.get(number).fail(taken);
        }
    }

    /** Lets the switches answer until nothing more is asked, or the same is asked for ever. */
    void rest() {
        tasks.pass(Duration.ofMillis(30));
        for (int i = 0; i < 4 && lines.values().stream().anyMatch(VirtualSwitch.Line::isAsked); i++) {
            lines.values().forEach(VirtualSwitch.Line::answer);
            tasks.runAll();
        }
    }

    /** Lets everything come to its end with all switches connected and willing. */
    void finish(final boolean othersMeddle) {
        engine.settle();
        for (int number = 0; number < SmallCloud.HOSTS; number++) {
            switches.get(number).refuses = change -> false;
            if (!lines.containsKey(number)) {
                connect(number);
            }
        }
        // What was refused again and again is sent again after a minute.
        tasks.pass(Duration.ofMinutes(1));
        // Long enough for every switch to be looked at. Where nobody else touched them, nothing must depend on that.
        for (int second = 0; second < 12; second++) {
            if (othersMeddle) {
                engine.tick();
            }
            rest();
            tasks.pass(Duration.ofSeconds(1));
        }
        // A switch that refused flows, since their meter was not there, is to be sent them again even if it took them meanwhile.
        tasks.pass(Duration.ofMinutes(1));
    }

    /** What tells the switches of the hosts from switches that hold what is given. */
    List<String> differences(final Map<String, Map<FlowKey, Flow>> fromScratch) {
        final var hosts = model().hosts();
        final var differences = new ArrayList<String>();
        fromScratch.forEach((hostId, wanted) -> {
            final var number = (int) hosts.get(hostId).datapathId().getAsLong();
            final var held = switches.get(number).table;
            wanted.values().stream().filter(flow -> !isIn(held, flow))
                .forEach(flow -> differences.add(hostId + " lacks " + flow));
            held.values().stream().filter(flow -> !isIn(wanted, flow))
                .forEach(flow -> differences.add(hostId + " has " + flow));
            final Map<Integer, Meter> meters = new HashMap<>();
            wanted.values().forEach(flow -> flow.instructions().meter().ifPresent(one -> meters.put(one.id(), one)));
            if (!switches.get(number).meters.equals(meters)) {
                differences.add(hostId + " has " + switches.get(number).meters + " and not " + meters);
            }
        });
        return differences;
    }

    /** Whether the same flow is in a table; it may be there for a port that has been replaced since. */
    private static boolean isIn(final Map<FlowKey, Flow> table, final Flow flow) {
        final var there = table.get(flow.key());
        return there != null && there.cookie() == flow.cookie();
    }

    /** By host, what a start with an empty switch would lead to. */
    Map<String, Map<FlowKey, Flow>> renderedFromScratch() {
        final var resolved = Resolver.resolve(model());
        final Map<String, Map<FlowKey, Flow>> tables = new HashMap<>();
        model().hosts().keySet().forEach(hostId -> {
            final Map<FlowKey, Flow> table = new HashMap<>();
            Changes.all(resolved, hostId).stream().flatMap(scope -> Renderer.render(resolved, hostId, scope).stream())
                .forEach(flow -> assertThat(table.put(flow.key(), flow)).as("another flow for the key").isNull());
            tables.put(hostId, table);
        });
        return tables;
    }

    Model model() {
        return cloud.model();
    }
}
