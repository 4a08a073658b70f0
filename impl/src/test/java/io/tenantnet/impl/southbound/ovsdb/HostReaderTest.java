/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface.TunnelPeer;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.ProviderPort;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostReaderTest {
    private static final Endpoint ENDPOINT =
        new Endpoint(IpAddress.parse("192.0.2.1"), IpAddress.parse("198.51.100.1"), 40000);

    private final HostReader reader = new HostReader(new Arrivals());
    private final FakeSwitch fake = FakeSwitch.ready();

    private Host read(final boolean first) {
        return reader.read("host-1", fake.rows(), ENDPOINT, first, Optional.empty());
    }

    private HostInterface read(final String name) {
        return read(true).interfaces().get(name);
    }

    @Test
    void theIdIsTheSystemIdOrTheRowsUuid() {
        assertThat(reader.id(Rows.EMPTY)).isEmpty();
        assertThat(reader.id(fake.rows())).contains("host-1");
        assertThat(reader.id(fake.root("external_ids", Map.of()).rows())).contains(FakeSwitch.ROOT);
    }

    @Test
    void physicalNetworksAreNoInterfacesOfMachines() {
        fake.root("other_config", Map.of("provider_mappings", "physnet1:br-phy,physnet2:eth1"));
        fake.put(OvsTable.BRIDGE, "phy", Map.of("name", "br-phy", "datapath_type", "system", "ports", Set.of()));
        fake.commit(new ProviderPlanner().plan(fake.rows()).operations());
        assertThat(read(true).providers()).as("no port numbers yet").isEmpty();
        fake.set(OvsTable.INTERFACE, fake.named(OvsTable.INTERFACE, "tn-int-br-phy").uuid(), "ofport", Set.of(7L));
        fake.set(OvsTable.INTERFACE, fake.named(OvsTable.INTERFACE, "eth1").uuid(), "ofport", Set.of(8L));
        assertThat(read(true).providers()).isEqualTo(Map.of("physnet1", new ProviderPort("br-phy", 7),
            "physnet2", new ProviderPort("eth1", 8)));
        assertThat(read(true).interfaces()).isEmpty();
        assertThat(read(true).unjoined()).isEmpty();
    }

    @Test
    void aMappingThatCannotBeFollowedIsNoProblemOfTheHost() {
        fake.root("other_config", Map.of("provider_mappings", "physnet1:br-int,nonsense"));
        assertThat(read(true).problem()).isEmpty();
        assertThat(read(true).unjoined()).isEqualTo(Map.of("physnet1", "other_config:provider_mappings names br-int itself",
            "", "other_config:provider_mappings has 'nonsense', which is not NETWORK:DEVICE"));
    }

    @Test
    void aHostIsReadWhole() {
        fake.root("other_config", Map.of("local_ip", "192.0.2.11"));
        fake.root("external_ids", Map.of("system-id", "host-1", "hostname", "one", "rack", "7",
            "odl_os_hostconfig_hostid", "nova-1", "odl_os_hostconfig_config_odl_l2", ""));
        assertThat(read(true)).isEqualTo(new Host("host-1", Optional.of("one"), OptionalLong.of(0xa6cbff07924cL),
            Optional.of("system"), Optional.of(IpAddress.parse("192.0.2.11")), Optional.of("198.51.100.1"), Map.of(),
            Map.of(), Map.of("odl_os_hostconfig_hostid", "nova-1"), true, Optional.empty()));
    }

    @Test
    void theSwitchSaysThatItIsConnectedToThisController() {
        final var row = fake.rows().rows(OvsTable.CONTROLLER).iterator().next();
        assertThat(read(true).openFlow()).as("nothing is said").isEmpty();
        fake.set(OvsTable.CONTROLLER, row.uuid(), "is_connected", true);
        assertThat(read(true).openFlow()).contains("tcp:192.0.2.1:6653");
        fake.set(OvsTable.CONTROLLER, row.uuid(), "target", "tcp:192.0.2.1");
        assertThat(read(true).openFlow()).contains("tcp:192.0.2.1");
        fake.set(OvsTable.CONTROLLER, row.uuid(), "role", Set.of("other"));
        assertThat(read(true).openFlow()).contains("tcp:192.0.2.1");
        fake.set(OvsTable.CONTROLLER, row.uuid(), "role", Set.of("slave"));
        assertThat(read(true).openFlow()).as("another member is the master").isEmpty();
        fake.set(OvsTable.CONTROLLER, row.uuid(), "role", Set.of("master"));
        fake.set(OvsTable.CONTROLLER, row.uuid(), "target", "tcp:192.0.2.2:6653");
        assertThat(read(true).openFlow()).as("another member").isEmpty();
        fake.set(OvsTable.CONTROLLER, row.uuid(), "target", "tcp:192.0.2.1:6653");
        fake.set(OvsTable.CONTROLLER, row.uuid(), "external_ids", Map.of());
        assertThat(read(true).openFlow()).as("the operator's").isEmpty();
    }

    @Test
    void aHostWithoutBridgeHasNoDatapath() {
        final var host = reader.read("host-1", FakeSwitch.bare().rows(), ENDPOINT, true, Optional.of("a reason"));
        assertThat(host.datapathId()).isEmpty();
        assertThat(host.datapathType()).isEmpty();
        assertThat(host.problem()).contains("a reason");
    }

    @Test
    void anOfportIsOneOfADevice() {
        fake.port("unset", Map.of()).port("empty", Map.of("ofport", Set.of())).port("failed", Map.of("ofport", -1L))
            .port("set", Map.of("ofport", Set.of(7L))).port("last", Map.of("ofport", 0xfeffL))
            .port("local", Map.of("ofport", 0xfffeL));
        final var interfaces = read(true).interfaces();
        assertThat(interfaces.get("set").ofport()).isEqualTo(OptionalInt.of(7));
        assertThat(interfaces.get("last").ofport()).isEqualTo(OptionalInt.of(0xfeff));
        for (var name : Set.of("unset", "empty", "failed", "local")) {
            assertThat(interfaces.get(name).ofport()).as(name).isEmpty();
        }
    }

    @Test
    void aTunnelIsAnInterfaceWhoseKeyIsSetByFlows() {
        fake.port("any", tunnel("vxlan", "flow", "flow")).port("one", tunnel("vxlan", "flow", "192.0.2.12"))
            .port("fixed", tunnel("vxlan", "7", "192.0.2.12")).port("gre", tunnel("gre", "flow", "192.0.2.12"))
            .port("name", tunnel("vxlan", "flow", "peer.example"));
        assertThat(read("any").tunnelPeer()).contains(new TunnelPeer(NetworkType.VXLAN, Optional.empty()));
        assertThat(read("one").tunnelPeer()).contains(new TunnelPeer(NetworkType.VXLAN,
            Optional.of(IpAddress.parse("192.0.2.12"))));
        assertThat(read("fixed").tunnelPeer()).isEmpty();
        assertThat(read("gre").tunnelPeer()).contains(new TunnelPeer(NetworkType.GRE,
            Optional.of(IpAddress.parse("192.0.2.12"))));
        assertThat(read("name").tunnelPeer()).isEmpty();
    }

    @Test
    void onlyInterfacesThatComeOrChangeWhileConnectedHaveArrived() {
        fake.port("early", ifaceId("a"));
        assertThat(read(true).interfaces().get("early").arrival()).isZero();
        fake.port("late", ifaceId("b"));
        assertThat(read(false).interfaces().get("early").arrival()).isZero();
        final long late = read(false).interfaces().get("late").arrival();
        assertThat(late).isPositive();
        fake.set(OvsTable.INTERFACE, "if-early", "external_ids", Map.of("iface-id", "b"));
        assertThat(read(false).interfaces().get("early").arrival()).isGreaterThan(late);
        assertThat(read(false).interfaces().get("late").arrival()).isEqualTo(late);
    }

    @Test
    void anInterfaceKeepsItsArrivalOverAReconnectAndOneFromMeanwhileHasNone() {
        read(true);
        fake.port("late", ifaceId("b"));
        final long late = read(false).interfaces().get("late").arrival();
        fake.port("meanwhile", ifaceId("c"));
        final var interfaces = read(true).interfaces();
        assertThat(interfaces.get("late").arrival()).isEqualTo(late);
        assertThat(interfaces.get("meanwhile").arrival()).isZero();
    }

    @Test
    void anIfaceIdIsTakenAsItIs() {
        fake.port("tap", ifaceId("no uuid at all")).port(".", Map.of());
        assertThat(read("tap").ifaceId()).contains("no uuid at all");
        assertThat(read(".").ifaceId()).isEmpty();
    }

    private static Map<String, Object> ifaceId(final String id) {
        return Map.of("external_ids", Map.of("iface-id", id));
    }

    private static Map<String, Object> tunnel(final String type, final String key, final String remote) {
        return Map.of("type", type, "options", Map.of("key", key, "remote_ip", remote));
    }
}
