/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.render.Renderer;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Resolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens in whatever order, a switch ends with just the flows that the last model renders to. */
class ModelEventsProperties {
    private static final int HOSTS = 3;

    /** A model drawn from few objects, so that sequences of them meet: each number says where or whether something is. */
    record World(List<Integer> portPlaces, List<Integer> portNetworks, List<Boolean> networks, List<Boolean> hosts) {
        Model model() {
            final var sample = new Sample();
            for (int network = 0; network < networks.size(); network++) {
                if (networks.get(network)) {
                    sample.network(network);
                }
            }
            for (int port = 0; port < portPlaces.size(); port++) {
                if (portNetworks.get(port) < networks.size()) {
                    sample.port(port, portNetworks.get(port));
                }
            }
            for (int host = 0; host < HOSTS; host++) {
                if (hosts.get(host)) {
                    sample.host(host, interfaces(host));
                }
            }
            return sample.build();
        }

        private HostInterface[] interfaces(final int host) {
            final var here = new ArrayList<HostInterface>();
            for (int port = 0; port < portPlaces.size(); port++) {
                // Places beyond the hosts mean: on two hosts at once (a migration), or with another port number.
                final int place = portPlaces.get(port);
                if (place == host || place == HOSTS && host < 2) {
                    here.add(Sample.tap(port, 100 + port, host));
                } else if (place == HOSTS + 1 && host == 0) {
                    here.add(Sample.tap(port, 200 + port, 0));
                }
            }
            return here.toArray(new HostInterface[0]);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return Combinators.combine(
            Arbitraries.integers().between(0, HOSTS + 2).list().ofSize(5),
            Arbitraries.integers().between(0, 3).list().ofSize(5),
            Arbitraries.of(true, true, false).list().ofSize(3),
            Arbitraries.of(true, true, false).list().ofSize(HOSTS)).as(World::new);
    }

    @Property(tries = 2000)
    void incrementallyReachedStateEqualsRenderingFromScratch(
            @ForAll("sequences") final List<World> sequence, @ForAll final Random random) {
        final Map<String, Switch> switches = new HashMap<>();
        for (int host = 0; host < HOSTS; host++) {
            switches.put("h" + host, new Switch());
        }
        Resolved resolved = Resolved.EMPTY;
        for (final var world : sequence) {
            final var before = resolved;
            final var now = Resolver.resolve(world.model());
            resolved = now;
            final var dirty = Changes.between(before, now);
            switches.forEach((hostId, one) -> {
                one.want(now, hostId, dirty.getOrDefault(hostId, java.util.Set.of()));
                one.live(random);
            });
        }
        final var last = resolved;
        switches.forEach((hostId, one) -> {
            one.finish();
            final var expected = new HashMap<FlowKey, Flow>();
            Changes.all(last, hostId).stream().flatMap(scope -> Renderer.render(last, hostId, scope).stream())
                .forEach(flow -> assertThat(expected.put(flow.key(), flow)).as("one flow for a key").isNull());
            assertThat(one.table).isEqualTo(expected);
            assertThat(one.tracker.confirmedCount()).isEqualTo(expected.size());
            assertThat(one.tracker.unconfirmed()).isEmpty();
        });
    }

    @Provide
    Arbitrary<List<World>> sequences() {
        return worlds().list().ofMinSize(1).ofMaxSize(6);
    }

    /** A switch that behaves as Open vSwitch does, with a tracker that works on it. */
    private static final class Switch {
        private final Map<FlowKey, Flow> table = new HashMap<>();
        private final DeltaTracker tracker = new DeltaTracker();
        private List<FlowChange> underWay = List.of();

        void want(final Resolved resolved, final String hostId, final java.util.Set<Scope> dirty) {
            final Map<Scope, List<Flow>> changed = new HashMap<>();
            dirty.forEach(scope -> changed.put(scope, Renderer.render(resolved, hostId, scope)));
            tracker.want(changed);
        }

        void live(final Random random) {
            switch (random.nextInt(6)) {
                case 0 -> send();
                case 1 -> arrive(List.of());
                case 2 -> refuseOne(random);
                case 3 -> reconnect(random);
                case 4 -> tracker.retryRefused();
                default -> finish();
            }
        }

        void send() {
            if (underWay.isEmpty()) {
                underWay = tracker.pending();
                underWay.forEach(this::apply);
            }
        }

        void arrive(final List<Refusal> refusals) {
            tracker.confirm(underWay, refusals);
            underWay = List.of();
        }

        private void refuseOne(final Random random) {
            if (underWay.isEmpty()) {
                final var pending = tracker.pending();
                if (!pending.isEmpty()) {
                    final var victim = pending.get(random.nextInt(pending.size()));
                    pending.stream().filter(change -> change != victim).forEach(this::apply);
                    underWay = pending;
                    arrive(List.of(new Refusal(victim, "table full")));
                }
            }
        }

        private void reconnect(final Random random) {
            underWay = List.of();
            if (random.nextBoolean()) {
                table.clear();
            }
            tracker.replaceInstalled(table.values().stream()
                .map(flow -> new InstalledFlow(flow.key().table(), flow.cookie())).toList());
        }

        void finish() {
            arrive(List.of());
            tracker.retryRefused();
            send();
            arrive(List.of());
            assertThat(tracker.pending()).isEmpty();
        }

        private void apply(final FlowChange change) {
            if (change instanceof FlowChange.Put put) {
                table.put(put.flow().key(), put.flow());
            } else if (change instanceof FlowChange.Remove remove) {
                table.remove(remove.flow().key(), remove.flow());
            } else if (change instanceof FlowChange.RemoveStray stray) {
                table.values().removeIf(flow -> flow.cookie() == stray.flow().cookie());
            }
        }
    }
}
