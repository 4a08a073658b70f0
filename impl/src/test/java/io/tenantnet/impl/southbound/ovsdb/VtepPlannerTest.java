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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VtepPlannerTest {
    private final FakeVtep fake = new FakeVtep();
    private final ManualLoop loop = new ManualLoop();
    private final Map<UUID, NetworkWish> networks = new HashMap<>();
    private final VtepPlanner planner = new VtepPlanner(() -> Optional.of(new VtepWish(new TreeMap<>(networks),
        Set.of(ip(201), ip(202)))), new VtepMemory(), true, new Patience(loop, () -> { }));

    private static IpAddress ip(final int number) {
        return IpAddress.parse("192.0.2." + number);
    }

    /** Network n with VLANs of port p1, machine m on host 192.0.2.m. */
    private void want(final int network, final int vni, final Set<Integer> vlans, final int... machines) {
        final var bindings = new TreeMap<SwitchPort, SortedSet<Integer>>();
        bindings.put(new SwitchPort("tor1", "p1"), new TreeSet<>(vlans));
        final var macs = new TreeMap<MacAddress, RemoteMac>();
        final var flood = new TreeSet<IpAddress>();
        for (final int machine : machines) {
            macs.put(Sample.mac(machine), new RemoteMac(ip(machine), Sample.ip(machine).toString()));
            flood.add(ip(machine));
        }
        networks.put(Sample.networkId(network), new NetworkWish(vni, bindings, macs, flood, false));
    }

    private void settle() {
        for (int round = 0; round < 20; round++) {
            final var plan = planner.plan(fake.rows());
            if (plan.operations().isEmpty()) {
                return;
            }
            fake.commit(plan);
        }
        throw new AssertionError("It does not end: " + planner.plan(fake.rows()).summary());
    }

    @Test
    void aNetworkIsWrittenAndTakenAway() {
        want(1, 5001, Set.of(0, 100), 1, 2);
        settle();
        assertThat(fake.dump()).containsExactly(
            "logical switch n1 key 5001 source_node",
            "port p1 VLAN 0 n1",
            "port p1 VLAN 100 n1",
            "remote fa:16:3e:00:00:01 in n1 at [192.0.2.1] 10.0.0.1",
            "remote fa:16:3e:00:00:02 in n1 at [192.0.2.2] 10.0.0.2",
            "unknown-dst in n1 at [[192.0.2.1, 192.0.2.2]]");
        networks.clear();
        settle();
        assertThat(fake.dump()).isEmpty();
    }

    @Test
    void aMachineThatMovesIsChangedInPlace() {
        want(1, 5001, Set.of(0), 1);
        settle();
        networks.computeIfPresent(Sample.networkId(1), (id, old) -> new NetworkWish(old.vni(), old.bindings(),
            new TreeMap<>(Map.of(Sample.mac(1), new RemoteMac(ip(9), "10.0.0.1"))), new TreeSet<>(Set.of(ip(9))), false));
        assertThat(planner.plan(fake.rows()).operations()).noneMatch(Op.Delete.class::isInstance);
        settle();
        assertThat(fake.dump()).contains("remote fa:16:3e:00:00:01 in n1 at [192.0.2.9] 10.0.0.1",
            "unknown-dst in n1 at [[192.0.2.9]]");
    }

    @Test
    void anotherIdentifierIsAnotherLogicalSwitch() {
        want(1, 5001, Set.of(0), 1);
        settle();
        want(1, 6001, Set.of(0), 1);
        final var plan = planner.plan(fake.rows());
        assertThat(plan.operations()).filteredOn(Op.Update.class::isInstance)
            .noneMatch(operation -> operation.table() == OvsTable.LOGICAL_SWITCH);
        settle();
        assertThat(fake.dump()).contains("logical switch n1 key 6001 source_node", "port p1 VLAN 0 n1")
            .doesNotContain("logical switch n1 key 5001 source_node");
    }

    @Test
    void whatOthersMadeStays() {
        fake.put(OvsTable.LOGICAL_SWITCH, "op", Map.of("name", "op", "tunnel_key", Set.of(77L)))
            .put(OvsTable.PHYSICAL_LOCATOR, "far", Map.of("encapsulation_type", "vxlan_over_ipv4", "dst_ip", "192.0.2.77"))
            .put(OvsTable.UCAST_MACS_REMOTE, "opmac", Map.of("MAC", "00:11:22:33:44:55", "logical_switch", "op",
                "locator", "far", "ipaddr", ""))
            .set(OvsTable.PHYSICAL_PORT, "p1", "vlan_bindings", Map.of("7", "op"));
        final var before = fake.dump();
        want(1, 5001, Set.of(0, 7), 1);
        settle();
        assertThat(fake.dump()).containsAll(before).contains("port p1 VLAN 0 n1").doesNotContain("port p1 VLAN 7 n1");
        networks.clear();
        settle();
        assertThat(fake.dump()).isEqualTo(before);
    }

    @Test
    void anAddressThatOthersAddedToItsLogicalSwitchStaysAsLongAsThat() {
        want(1, 5001, Set.of(0), 1);
        settle();
        final var uuid = fake.rows().rows(OvsTable.LOGICAL_SWITCH).iterator().next().uuid();
        fake.put(OvsTable.PHYSICAL_LOCATOR, "far", Map.of("encapsulation_type", "vxlan_over_ipv4", "dst_ip", "192.0.2.1"
                + "77"))
            .put(OvsTable.UCAST_MACS_REMOTE, "opmac", Map.of("MAC", "00:11:22:33:44:55", "logical_switch", uuid,
                "locator", "far", "ipaddr", ""));
        want(1, 5001, Set.of(0), 2);
        settle();
        assertThat(fake.dump()).contains("remote 00:11:22:33:44:55 in n1 at [192.0.2.177] -")
            .noneMatch(line -> line.contains("fa:16:3e:00:00:01"));
        networks.clear();
        settle();
        assertThat(fake.dump()).isEmpty();
    }

    @Test
    void whatASwitchLearnedIsLeftToItForAWhile() {
        want(1, 5001, Set.of(0), 1);
        settle();
        final var uuid = fake.rows().rows(OvsTable.LOGICAL_SWITCH).iterator().next().uuid();
        fake.put(OvsTable.PHYSICAL_LOCATOR, "own", Map.of("encapsulation_type", "vxlan_over_ipv4", "dst_ip",
                "192.0.2.201"))
            .put(OvsTable.UCAST_MACS_LOCAL, "learned", Map.of("MAC", "02:00:00:00:00:01", "logical_switch", uuid,
                "locator", "own"));
        networks.clear();
        settle();
        assertThat(fake.dump()).containsExactly("logical switch n1 key 5001 source_node");
        loop.pass(5_000);
        settle();
        assertThat(fake.dump()).isEmpty();
        assertThat(fake.rows().rows(OvsTable.UCAST_MACS_LOCAL)).isEmpty();
    }

    @Test
    void nothingIsTouchedBeforeItIsKnownWhatIsWanted() {
        want(1, 5001, Set.of(0), 1);
        settle();
        final var ignorant = new VtepPlanner(Optional::empty, new VtepMemory(), true, new Patience(loop, () -> { }));
        assertThat(ignorant.plan(fake.rows())).isEqualTo(Plan.NOTHING);
    }

    @Test
    void manyAddressesAreWrittenInParts() {
        final int[] machines = new int[1_200];
        for (int i = 0; i < machines.length; i++) {
            machines[i] = i + 1;
        }
        final var macs = new TreeMap<MacAddress, RemoteMac>();
        for (final int machine : machines) {
            macs.put(Sample.mac(machine), new RemoteMac(ip(1), ""));
        }
        want(1, 5001, Set.of(0), 1);
        networks.computeIfPresent(Sample.networkId(1), (id, old) -> new NetworkWish(old.vni(), old.bindings(), macs,
            old.flood(), false));
        assertThat(planner.plan(fake.rows()).operations()).hasSizeBetween(400, 600);
        settle();
        assertThat(fake.rows().rows(OvsTable.UCAST_MACS_REMOTE)).hasSize(1_200);
        networks.clear();
        settle();
        assertThat(fake.dump()).isEmpty();
    }
}
