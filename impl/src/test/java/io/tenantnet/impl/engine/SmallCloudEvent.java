/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Stamp;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.NetworkType;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Something that happens in a small cloud, to it or between it and the engine. */
interface SmallCloudEvent {
    /** One flow of so many is somebody's. */
    int SOME = 16;
    /** The OpenFlow number of a port that there never is. */
    int FOREIGN_METER = 40_000;

    /** Lets it happen. */
    void on(SmallCloudRun run);

    record PortGoesTo(int port, int place) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.places[port] = place;
            run.tellHosts();
        }
    }

    record PortJoins(int port, int network) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.networksOfPorts[port] = network;
            run.tellTenant();
        }
    }

    record PortIsReplaced(int port) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.replaced[port] ^= true;
            run.tellAll();
        }
    }

    record NetworkIs(int network, boolean there) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.networks[network] = there;
            run.tellTenant();
        }
    }

    record NetworkTravels(int network, NetworkType type) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.types[network] = type;
            run.tellTenant();
        }
    }

    record DhcpIs(int network, int kind) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.dhcp[network] = kind;
            run.tellTenant();
        }
    }

    record PhysicalNetworkIsAt(int host, int ofport) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.providers[host] = ofport;
            run.tellHosts();
        }
    }

    record GreIsOn(int host, boolean there) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.gre[host] = there;
            run.tellHosts();
        }
    }

    record TrunkHas(int subPort) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.subPort = subPort;
            run.tellTenant();
        }
    }

    record RouterIs(int router, boolean there) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.routers[router] = there;
            run.tellTenant();
        }
    }

    record RoutesAre(int router, int kind) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.routes[router] = kind;
            run.tellTenant();
        }
    }

    record GatewayIs(int router, int kind) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.gateways[router] = kind;
            run.tellTenant();
        }
    }

    record FloatingIs(int number, int port) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.floating[number] = port;
            run.tellTenant();
        }
    }

    record ForwardingIs(int number, int port) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.forwarded[number] = port;
            run.tellTenant();
        }
    }

    record HostsAre(int silent, int expected, boolean answered) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.silent = silent;
            run.cloud.expected = expected;
            run.cloud.answered = answered;
            run.tellHosts();
        }
    }

    record PortIsIn(int port, int groups) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.groups[port] = groups;
            run.tellTenant();
        }
    }

    record RuleIs(int rule, int kind) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.rules[rule] = kind;
            run.tellTenant();
        }
    }

    record PortIsShaped(int port, int policy) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.shapes[port] = policy;
            run.tellTenant();
        }
    }

    record PolicyIs(int policy, int rate) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.rates[policy] = rate;
            run.tellTenant();
        }
    }

    record MetalIsIn(int device, int network) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.metal.bound[device] = network;
            run.tellAll();
        }
    }

    record MetalIsAt(int device, boolean connected) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.metal.there[device] = connected;
            run.cloud.metal.learnedAt = device;
            run.tellHosts();
        }
    }

    record HostIs(int host, boolean there) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.hosts[host] = there;
            run.tellHosts();
        }
    }

    record HostIsRenamed(int host) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.renamed[host] ^= true;
            run.tellHosts();
        }
    }

    record PortNumbersMove(int host) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.cloud.shifts[host]++;
            run.tellHosts();
        }
    }

    record IsToldTwice() implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.tellAll();
            run.tellAll();
        }
    }

    /** Whether somebody else changes a switch. */
    default boolean isMeddling() {
        return this instanceof SomebodyRemoves || this instanceof SomebodyAdds
            || this instanceof SomebodyChangesMeters;
    }

    /** Somebody else removes one of the flows. */
    record SomebodyRemoves(int host, int flow) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.switches.get(host).table.values().removeIf(
                there -> Math.floorMod(there.cookie(), SOME) == flow);
        }
    }

    /** Somebody else changes all meters, or adds one that looks like TenantNet's. */
    record SomebodyChangesMeters(int host, boolean adds) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            final var meters = run.switches.get(host).meters;
            meters.replaceAll((id, meter) -> new Meter(id, meter.unit(), meter.rate() + 1, meter.burst()));
            if (adds) {
                final var other = Meter.of(Meter.Use.EGRESS_BANDWIDTH, FOREIGN_METER, Meter.Unit.KBPS, 1, 1);
                meters.put(other.id(), other);
            }
        }
    }

    /** Somebody else adds a flow with TenantNet's mark; perhaps one that has the stamp of a flow that is there. */
    record SomebodyAdds(int host, int flow, boolean copies) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            final var foreign = new Flow(Table.CLASSIFIER, 1 + flow, Match.ANY, Instructions.apply(), new Scope.OfSwitch());
            final var table = run.switches.get(host).table;
            final var stamp = table.values().stream().map(Flow::cookie).filter(
                cookie -> copies && Math.floorMod(cookie, SOME) == flow).findFirst().orElse(foreign.cookie());
            table.put(foreign.key(), new Flow(foreign.key(), foreign.instructions(), foreign.origin(),
                new Stamp(foreign.key().table(), stamp)));
        }
    }

    record ASecondPasses() implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.engine.tick();
            run.tasks.pass(Duration.ofSeconds(1));
        }
    }

    record Connects(int host) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.connect(host);
        }
    }

    record IsLost(int host, int taken, boolean restarts) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.disconnect(host, taken);
            if (restarts) {
                run.switches.get(host).restart();
            }
        }
    }

    record Answers(int host) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.answer(host);
        }
    }

    record Fails(int host, int taken) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.fail(host, taken);
        }
    }

    /** The switch refuses a half of all changes, or none. */
    record Refuses(int host, int half) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.switches.get(host).refuses = change -> Math.floorMod(change.toString().hashCode(), 2) == half;
        }
    }

    record Settles() implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.engine.settle();
        }
    }

    record SomeTasksRun(int count) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.tasks.runAtMost(count);
        }
    }

    record SwitchesAnswer() implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.rest();
        }
    }

    record TimePasses(int millis) implements SmallCloudEvent {
        @Override
        public void on(final SmallCloudRun run) {
            run.tasks.pass(Duration.ofMillis(millis));
        }
    }

    /** Any of them; what lets the engine go on comes as often as what concerns it. */
    static Arbitrary<SmallCloudEvent> any() {
        final var ports = Arbitraries.integers().between(0, SmallCloud.PORTS - 1);
        final var networks = Arbitraries.integers().between(0, SmallCloud.NETWORKS - 1);
        final var hosts = Arbitraries.integers().between(0, SmallCloud.HOSTS - 1);
        final var few = Arbitraries.integers().between(0, 20);
        final var halves = Arbitraries.of(0, 1, 0, 1, 2);
        final var some = Arbitraries.integers().between(0, SOME - 1);
        final var flags = Arbitraries.of(true, false);
        final var changes = Arbitraries.oneOf(
            Combinators.combine(ports, Arbitraries.integers().between(0, SmallCloud.NOWHERE)).as(PortGoesTo::new),
            Combinators.combine(ports, Arbitraries.integers().between(0, SmallCloud.NETWORKS)).as(PortJoins::new),
            ports.map(PortIsReplaced::new),
            Combinators.combine(networks, flags).as(NetworkIs::new),
            Combinators.combine(networks, Arbitraries.of(NetworkType.VXLAN, NetworkType.VLAN, NetworkType.VLAN,
                NetworkType.FLAT, NetworkType.LOCAL, NetworkType.GRE)).as(NetworkTravels::new),
            Combinators.combine(hosts, flags).as(GreIsOn::new),
            // Of two ports with the same number, which may be seen for a moment, one is a machine's.
            Combinators.combine(hosts, Arbitraries.of(0, 8, 9, 100)).as(PhysicalNetworkIsAt::new),
            Combinators.combine(networks, Arbitraries.integers().between(0, SmallDhcp.KINDS - 1)).as(DhcpIs::new),
            ports.map(TrunkHas::new),
            Combinators.combine(Arbitraries.of(0, 1), flags).as(RouterIs::new),
            Combinators.combine(Arbitraries.of(0, 1), Arbitraries.integers().between(0, SmallRoutes.KINDS - 1))
                .as(RoutesAre::new),
            Combinators.combine(Arbitraries.of(0, 1), Arbitraries.of(0, 1, 2, 3)).as(GatewayIs::new),
            Combinators.combine(Arbitraries.of(0, 1), Arbitraries.integers().between(0, SmallCloud.PORTS))
                .as(FloatingIs::new),
            Combinators.combine(Arbitraries.of(0, 1), Arbitraries.integers().between(0, SmallCloud.PORTS))
                .as(ForwardingIs::new),
            Combinators.combine(Arbitraries.integers().between(0, SmallCloud.HOSTS),
                Arbitraries.integers().between(0, SmallCloud.HOSTS), flags).as(HostsAre::new),
            Combinators.combine(ports, Arbitraries.integers().between(0, SmallSecurity.SETS - 1)).as(PortIsIn::new),
            Combinators.combine(Arbitraries.of(0, 1, 2),
                Arbitraries.integers().between(-1, SmallSecurity.KINDS - 1)).as(RuleIs::new),
            Combinators.combine(ports, Arbitraries.of(-1, 0, 1)).as(PortIsShaped::new),
            Combinators.combine(Arbitraries.of(0, 1), Arbitraries.of(0, 1000, 2000)).as(PolicyIs::new),
            Combinators.combine(Arbitraries.of(0, 1), Arbitraries.integers().between(0, SmallCloud.NETWORKS))
                .as(MetalIsIn::new),
            Combinators.combine(Arbitraries.of(0, 1), flags).as(MetalIsAt::new),
            Combinators.combine(hosts, flags).as(HostIs::new),
            hosts.map(HostIsRenamed::new),
            hosts.map(PortNumbersMove::new),
            Arbitraries.create(IsToldTwice::new));
        final var troubles = Arbitraries.oneOf(
            hosts.map(Connects::new),
            Combinators.combine(hosts, few, flags).as(IsLost::new),
            Combinators.combine(hosts, few).as(Fails::new),
            Combinators.combine(hosts, some).as(SomebodyRemoves::new),
            Combinators.combine(hosts, some, flags).as(SomebodyAdds::new),
            Combinators.combine(hosts, flags).as(SomebodyChangesMeters::new),
            Combinators.combine(hosts, halves).as(Refuses::new),
            Combinators.combine(hosts, halves).as(Refuses::new),
            Combinators.combine(hosts, halves).as(Refuses::new));
        final var progress = Arbitraries.oneOf(
            Arbitraries.create(Settles::new),
            hosts.map(Answers::new),
            few.map(SomeTasksRun::new),
            Arbitraries.of(10, 20, 30, 6000).map(TimePasses::new),
            Arbitraries.create(ASecondPasses::new),
            Arbitraries.create(SwitchesAnswer::new),
            Arbitraries.create(SwitchesAnswer::new));
        return Arbitraries.frequencyOf(Tuple.of(4, changes), Tuple.of(2, troubles), Tuple.of(5, progress));
    }
}
