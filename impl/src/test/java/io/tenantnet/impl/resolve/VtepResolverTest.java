/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static io.tenantnet.impl.vtep.SampleVteps.address;
import static io.tenantnet.impl.vtep.SampleVteps.id;
import static io.tenantnet.impl.vtep.SampleVteps.learned;
import static io.tenantnet.impl.vtep.SampleVteps.metal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Vtep.LogicalSwitch;
import io.tenantnet.impl.vtep.SampleVteps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VtepResolverTest {
    private final Sample sample = new Sample().network(1).network(2);
    private final SampleVteps vteps = new SampleVteps();

    private Attachments attachments() {
        return Resolver.resolve(vteps.in(sample)).attachments();
    }

    private List<String> places() {
        return attachments().all().stream().map(one -> one + " in " + one.segment().id()).toList();
    }

    @Test
    void bindingsAndConnectionsFindTheirPorts() {
        vteps.vtep(1).binding(1, "tor1", "p1", 0, 1).gateway(2, "tor1", "p1", 100, 200)
            .connection(3, 2, 2, OptionalInt.empty()).gateway(4, "tor1", "p2").connection(5, 4, 2, OptionalInt.of(300));
        assertThat(places()).containsExactly("untagged frames on port p1 of switch tor1 in 5001",
            "VLAN 100 on port p1 of switch tor1 in 5002", "VLAN 200 on port p1 of switch tor1 in 5002",
            "VLAN 300 on port p2 of switch tor1 in 5002");
        assertThat(attachments().problems()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        vteps.vtep(1).binding(1, "tor1", "p9", 0, 1).binding(2, "tor2", "p1", 0, 1).binding(3, "tor1", "p1", 0, 9)
            .connection(4, 5, 1, OptionalInt.empty()).gateway(6, "tor1", "p1").serviceNodes(7, "tor3", address(9));
        assertThat(attachments().problems()).isEqualTo(Map.of(id(1), "switch tor1 has no port p9", id(2),
            "no switch tor2 has connected", id(3), "network " + Sample.networkId(9) + " does not exist", id(4),
            "l2-gateway " + id(5) + " does not exist", id(6), "no l2-gateway-connection names it", id(7),
            "no switch tor3 has connected"));
        assertThat(places()).isEmpty();
    }

    @Test
    void ofTwoThatClaimOneVlanTheLowerUuidHasIt() {
        vteps.vtep(1).binding(2, "tor1", "p1", 100, 2).binding(1, "tor1", "p1", 100, 1).gateway(4, "tor1", "p1", 100, 200)
            .connection(3, 4, 2, OptionalInt.of(5));
        assertThat(places()).containsExactly("VLAN 100 on port p1 of switch tor1 in 5001",
            "VLAN 200 on port p1 of switch tor1 in 5002");
        final var taken = "VLAN 100 on port p1 of switch tor1 belongs to vtep-binding " + id(1);
        assertThat(attachments().problems()).isEqualTo(Map.of(id(2), taken, id(3), "segmentation-id 5 has no effect: "
            + "every interface of l2-gateway " + id(4) + " names its own; " + taken));
    }

    @Test
    void whatOthersHaveTakenCannotBeHad() {
        vteps.vtep(1, Map.of("op", new LogicalSwitch(OptionalLong.of(77), Optional.empty())), Map.of(7, "op"))
            .vtep(2, Map.of("their", new LogicalSwitch(OptionalLong.of(5001), Optional.empty())), Map.of())
            .binding(1, "tor1", "p1", 7, 1).binding(2, "tor2", "p1", 0, 1).binding(3, "tor2", "p1", 1, 2);
        assertThat(attachments().problems()).isEqualTo(Map.of(
            id(1), "VLAN 7 on port p1 of switch tor1: others have bound it to logical switch op",
            id(2), "logical switch their of switch tor2, which others made, has tunnel key 5001"));
        assertThat(places()).containsExactly("VLAN 1 on port p1 of switch tor2 in 5002");
    }

    @Test
    void aTunnelKeyOnceOnesOwnStaysSo() {
        vteps.vtep(1, Map.of("their", new LogicalSwitch(OptionalLong.of(5001), Optional.empty()), "ours",
            new LogicalSwitch(OptionalLong.of(5001), Optional.of(Sample.networkId(1)))), Map.of())
            .binding(1, "tor1", "p1", 0, 1);
        assertThat(places()).hasSize(1);
    }

    @Test
    void aMachineIsWhereItWasLearnedLast() {
        sample.port(1, 1);
        vteps.vtep(1, learned(1, 1, 1, 5), learned(2, 1, 1, 0)).vtep(2, learned(1, 1, 2, 6), learned(3, 2, 2, 7))
            .binding(1, "tor1", "p1", 0, 1).binding(2, "tor2", "p1", 0, 1);
        assertThat(attachments().wire(Sample.networkId(1)).macs())
            .isEqualTo(Map.of(metal(1), address(2), metal(2), address(1)));
        assertThat(attachments().wire(Sample.networkId(1)).vteps()).containsExactly(address(1), address(2));
        assertThat(attachments().wire(Sample.networkId(2))).isEqualTo(Wire.NONE);
    }

    @Test
    void whatWasLearnedBeforeItWasLostElsewhereIsNoNews() {
        vteps.vtep(1, learned(1, 1, 1, 5)).vtep(2, learned(1, 1, 2, 6).lost())
            .binding(1, "tor1", "p1", 0, 1).binding(2, "tor2", "p1", 0, 1);
        assertThat(attachments().wire(Sample.networkId(1)).macs()).isEmpty();
        vteps.vtep(1, learned(1, 1, 1, 7));
        assertThat(attachments().wire(Sample.networkId(1)).macs()).isEqualTo(Map.of(metal(1), address(1)));
    }
}
