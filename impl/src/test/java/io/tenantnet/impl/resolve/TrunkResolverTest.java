/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Trunk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrunkResolverTest {
    private static Sample machine() {
        return new Sample().network(1).network(2).port(1, 1).port(2, 2).port(3, 2).trunk(1, 1, 2, 3);
    }

    @Test
    void aSubPortIsWhereItsParentIs() {
        final var ports = Resolver.resolve(machine().host(1, Sample.tap(1)).build()).ports();
        assertThat(ports.get(Sample.portId(1)).place()).isEqualTo(new Place("h1", "tap1", 101, 0, true, 101));
        assertThat(ports.get(Sample.portId(2)).place()).isEqualTo(new Place("h1", "tap1", 101, 502, true,
            ports.get(Sample.portId(2)).number()));
        assertThat(ports.values()).extracting(BoundPort::number).doesNotHaveDuplicates();
        assertThat(ports.get(Sample.portId(3)).number()).isBetween(0x8000, ResolvedRouter.ZONES - 1);
    }

    @Test
    void aSubPortHasNoInterfaceOfItsOwn() {
        final var resolved = Resolver.resolve(machine().host(1, Sample.tap(2)).build());
        final var lost = "no host has an interface on br-int with external_ids:iface-id=" + Sample.portId(1);
        assertThat(resolved.ports()).isEmpty();
        assertThat(resolved.problems().ports()).isEqualTo(Map.of(Sample.portId(1), lost,
            Sample.portId(2), "trunk " + Sample.trunkId(1) + ": " + lost,
            Sample.portId(3), "trunk " + Sample.trunkId(1) + ": " + lost));
        assertThat(resolved.problems().interfaces().get("h1")).containsKey("tap2");
    }

    @Test
    void whatIsMissingIsTold() {
        final var model = new Sample().network(1).port(1, 1).trunk(1, 1, 2).host(1, Sample.tap(1)).build();
        assertThat(Resolver.resolve(model).problems().trunks())
            .isEqualTo(Map.of(Sample.trunkId(1), "port " + Sample.portId(2) + " does not exist"));
        final var orphan = new Sample().network(1).port(2, 1).trunk(1, 1, 2).host(1).build();
        assertThat(Resolver.resolve(orphan).problems().ports()).isEqualTo(Map.of(Sample.portId(2),
            "trunk " + Sample.trunkId(1) + ": port " + Sample.portId(1) + " does not exist"));
    }

    @Test
    void aTrunkThatIsDownHasItsParentOnly() {
        final var model = new Sample().network(1).network(2).port(1, 1).port(2, 2)
            .trunk(new Trunk(Sample.trunkId(1), false, Sample.portId(1), List.of(new Trunk.SubPort(Sample.portId(2), 7))))
            .host(1, Sample.tap(1)).build();
        final var resolved = Resolver.resolve(model);
        assertThat(resolved.ports()).containsOnlyKeys(Sample.portId(1));
        assertThat(resolved.problems().trunks().get(Sample.trunkId(1))).startsWith("admin-state-up is false");
    }

    /** Validation lets no such model in, but what is stored may be older. */
    @Test
    void ofTwoTrunksWithAPortInCommonTheFirstHasIt() {
        final var resolved = Resolver.resolve(machine().port(4, 1).trunk(2, 4, 2).host(1, Sample.tap(1), Sample.tap(4))
            .build());
        assertThat(resolved.ports().get(Sample.portId(2)).ofport()).isEqualTo(101);
        assertThat(resolved.problems().trunks()).isEqualTo(Map.of(Sample.trunkId(2),
            "port " + Sample.portId(2) + " belongs to trunk " + Sample.trunkId(1)));
    }
}
