/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VtepReaderTest {
    private final VtepReader reader = new VtepReader(new Arrivals());
    private final FakeVtep fake = new FakeVtep();

    private Vtep read(final boolean first) {
        return reader.read(FakeVtep.ID, fake.rows(),
            new Endpoint(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.1"), 40000), first, Optional.empty());
    }

    private void learn(final String uuid, final String mac, final String logicalSwitch) {
        fake.put(OvsTable.PHYSICAL_LOCATOR, "own", Map.of("encapsulation_type", "vxlan_over_ipv4", "dst_ip",
            "192.0.2.201")).put(OvsTable.UCAST_MACS_LOCAL, uuid, Map.of("MAC", mac, "logical_switch", logicalSwitch,
                "locator", "own"));
    }

    @Test
    void aSwitchWithItsPorts() {
        fake.set(OvsTable.PHYSICAL_PORT, "p1", "port_fault_status", Set.of("invalid_vlan_map"));
        final var device = read(true).switches().get("tor1");
        assertThat(device.tunnels()).hasToString("[192.0.2.201]");
        assertThat(device.management()).containsExactly("198.51.100.7");
        assertThat(device.ports().keySet()).containsExactly("p1", "p2");
        assertThat(device.ports().get("p1").faults()).containsExactly("invalid_vlan_map");
    }

    @Test
    void itIsNobodysBusinessWithoutAManager() {
        assertThat(reader.id(fake.rows())).contains(FakeVtep.ID);
        fake.set(OvsTable.GLOBAL, FakeVtep.ID, "managers", Set.of());
        assertThat(reader.id(fake.rows())).isEmpty();
    }

    @Test
    void whatItLearnsCountsInNetworksOfTenantNet() {
        fake.put(OvsTable.LOGICAL_SWITCH, "ours", Map.of("name", "x", "tunnel_key", Set.of(5001L), "description",
                LogicalSwitchMark.of(Sample.networkId(1))))
            .put(OvsTable.LOGICAL_SWITCH, "op", Map.of("name", "op", "tunnel_key", Set.of(77L), "description", "mine"))
            .set(OvsTable.PHYSICAL_PORT, "p1", "vlan_bindings", Map.of("0", "ours", "7", "op"));
        learn("first", "02:00:00:00:00:01", "ours");
        learn("theirs", "02:00:00:00:00:02", "op");
        learn("none", "unknown-dst", "ours");
        final var before = read(true);
        assertThat(before.switches().get("tor1").ports().get("p1").bindings()).isEqualTo(Map.of(0, "x", 7, "op"));
        assertThat(before.logicalSwitches().get("x").network()).contains(Sample.networkId(1));
        assertThat(before.logicalSwitches().get("op").network()).isEmpty();
        assertThat(before.macs()).singleElement().satisfies(mac -> assertThat(mac.arrival()).isZero());
        learn("second", "02:00:00:00:00:03", "ours");
        assertThat(read(false).macs()).hasSize(2).anySatisfy(mac -> assertThat(mac.arrival()).isPositive());
        fake.remove(OvsTable.UCAST_MACS_LOCAL, "second");
        assertThat(read(false).macs()).hasSize(2).anySatisfy(mac -> assertThat(mac.present()).isFalse());
        learn("third", "02:00:00:00:00:03", "ours");
        assertThat(read(false).macs()).hasSize(2).allSatisfy(mac -> assertThat(mac.present()).isTrue());
    }
}
