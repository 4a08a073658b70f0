/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.SwitchPort;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.vtep.VtepWish.NetworkWish;
import io.tenantnet.impl.vtep.VtepWish.RemoteMac;
import io.tenantnet.impl.vtep.VtepWish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * In whatever order networks, bindings and machines come and go, with the connection lost in between or not: a switch ends
 * with the rows that a new one would get, no transaction breaks the schema's rules, and nothing is left of what went.
 */
class VtepPropertyTest {
    private static final Set<IpAddress> VTEPS = Set.of(IpAddress.parse("192.0.2.201"), IpAddress.parse("192.0.2.202"));

    /** Something that happens: network by network what is wanted, and how many transactions are made before the next. */
    private record Step(Map<Integer, Wanted> networks, int transactions, boolean restart) {
    }

    private record Wanted(Set<Integer> vlans, Set<Integer> machines, int host, boolean otherKey, boolean serviceNodes) {
    }

    private VtepWish wish = new VtepWish(new TreeMap<>(), VTEPS);

    @Property(tries = 2_000)
    void rowsEndAsIfTheyHadBeenWrittenAnew(@ForAll("histories") final List<Step> history) {
        final var fake = operated();
        final var loop = new ManualLoop();
        var memory = new VtepMemory();
        for (final var step : history) {
            wish = wish(step.networks());
            final var planner = planner(memory, loop);
            for (int i = 0; i < step.transactions(); i++) {
                fake.commit(planner.plan(fake.rows()));
            }
            // The controller's memory goes only after it has seen what it wrote through.
            if (step.restart() && settle(fake, planner)) {
                memory = new VtepMemory();
            }
        }
        settle(fake, planner(memory, loop));
        final var fresh = operated();
        settle(fresh, planner(new VtepMemory(), loop));
        assertThat(fake.dump()).isEqualTo(fresh.dump());
        wish = new VtepWish(new TreeMap<>(), VTEPS);
        settle(fake, planner(memory, loop));
        assertThat(fake.dump()).isEqualTo(operated().dump());
    }

    private VtepPlanner planner(final VtepMemory memory, final ManualLoop loop) {
        return new VtepPlanner(() -> Optional.of(wish), memory, true, new Patience(loop, () -> { }));
    }

    private static boolean settle(final FakeVtep fake, final VtepPlanner planner) {
        for (int i = 0; i < 10; i++) {
            final var plan = planner.plan(fake.rows());
            if (plan.operations().isEmpty()) {
                return true;
            }
            fake.commit(plan);
        }
        throw new AssertionError("It does not end: " + planner.plan(fake.rows()).summary());
    }

    /** A switch in whose database an operator has been at work. */
    private static FakeVtep operated() {
        return new FakeVtep().put(OvsTable.LOGICAL_SWITCH, "op", Map.of("name", "op", "tunnel_key", Set.of(77L)))
            .put(OvsTable.PHYSICAL_LOCATOR, "far", Map.of("encapsulation_type", "vxlan_over_ipv4", "dst_ip", "192.0.2.1"))
            .put(OvsTable.UCAST_MACS_REMOTE, "opmac", Map.of("MAC", "00:11:22:33:44:55", "logical_switch", "op",
                "locator", "far", "ipaddr", ""))
            .set(OvsTable.PHYSICAL_PORT, "p1", "vlan_bindings", Map.of("7", "op"));
    }

    private static VtepWish wish(final Map<Integer, Wanted> networks) {
        final var wishes = new TreeMap<UUID, NetworkWish>();
        networks.forEach((number, wanted) -> {
            final var bindings = new TreeMap<SwitchPort, SortedSet<Integer>>();
            // No two networks have one VLAN of one port.
            wanted.vlans().forEach(vlan -> bindings.computeIfAbsent(new SwitchPort("tor1", "p" + (1 + vlan % 2)),
                port -> new TreeSet<>()).add(vlan * 10 + number));
            final var macs = new TreeMap<MacAddress, RemoteMac>();
            final var host = IpAddress.parse("192.0.2." + wanted.host());
            wanted.machines().forEach(machine ->
                macs.put(Sample.mac(machine), new RemoteMac(host, Sample.ip(machine).toString())));
            wishes.put(Sample.networkId(number), new NetworkWish(5000 + number + (wanted.otherKey() ? 1000 : 0), bindings,
                macs, macs.isEmpty() ? new TreeSet<>() : new TreeSet<>(Set.of(host)), wanted.serviceNodes()));
        });
        return new VtepWish(wishes, VTEPS);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        final var few = Arbitraries.integers().between(1, 4);
        final var flags = Arbitraries.of(true, false);
        final var wanted = Combinators.combine(few.set().ofMinSize(1).ofMaxSize(3), few.set().ofMaxSize(3),
            Arbitraries.integers().between(1, 3), flags, flags).as(Wanted::new);
        return Combinators.combine(Arbitraries.maps(Arbitraries.integers().between(1, 3), wanted).ofMaxSize(3),
            Arbitraries.integers().between(0, 2), flags).as(Step::new).list().ofMinSize(1).ofMaxSize(8);
    }
}
