/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.HostInterface.TunnelPeer;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolverTest {
    @Test
    void aPortIsWhereItsIfaceIdIs() {
        final var resolved = Resolver.resolve(new Sample().network(1).port(1, 1).host(1).host(2, Sample.tap(1)).build());
        assertThat(resolved.ports().get(Sample.portId(1)).hostId()).isEqualTo("h2");
        assertThat(resolved.networks().get(Sample.networkId(1)).ports()).containsOnlyKeys("h2");
        assertThat(resolved.problems().ports()).isEmpty();
    }

    @Test
    void anIfaceIdMayBeWrittenAsZstackDoes() {
        final var plain = Sample.portId(1).toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
        final var resolved = Resolver.resolve(new Sample().network(1).port(1, 1)
            .host(1, named("vnic1.0", 7, plain)).build());
        assertThat(resolved.ports().get(Sample.portId(1)).ofport()).isEqualTo(7);
    }

    @Test
    void aPortMayNameItsHostAndInterface() {
        final var resolved = Resolver.resolve(new Sample().network(1)
            .port(at(1, "host-1", "vnic1.0")).host(1, named("vnic1.0", 7, null)).build());
        assertThat(resolved.ports().get(Sample.portId(1)).interfaceName()).isEqualTo("vnic1.0");
    }

    @Test
    void theNewestOfTwoInterfacesIsThePort() {
        final var resolved = Resolver.resolve(new Sample().network(1).port(1, 1)
            .host(1, Sample.tap(1, 5, 3)).host(2, Sample.tap(1, 6, 4)).build());
        assertThat(resolved.ports().get(Sample.portId(1)).hostId()).isEqualTo("h2");
        assertThat(resolved.problems().interfaces().get("h1")).containsEntry("tap1",
            "port " + Sample.portId(1) + " is at interface tap1 on host h2 now");
    }

    @Test
    void aMachineWhoseHostIsGoneIsWhereItWasStartedAnew() {
        final var model = new Sample().network(1).port(1, 1).host(1, Sample.tap(1, 5, 3)).host(2, Sample.tap(1, 6, 0));
        model.host(model.build().hosts().get("h1").disconnected());
        assertThat(Resolver.resolve(model.build()).ports().get(Sample.portId(1)).hostId()).isEqualTo("h2");
    }

    @Test
    void whereTheNewestIsNotKnownThePortsHostDecides() {
        final var port = new Port(Sample.portId(1), Sample.networkId(1), Sample.mac(1), true, List.of(), List.of(),
            Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.of("host-2"), Optional.empty());
        final var resolved = Resolver.resolve(new Sample().network(1).port(port)
            .host(1, Sample.tap(1)).host(2, Sample.tap(1)).build());
        assertThat(resolved.ports().get(Sample.portId(1)).hostId()).isEqualTo("h2");
    }

    @Test
    void anInterfaceIsNotTwoPorts() {
        final var resolved = Resolver.resolve(new Sample().network(1).port(1, 1).port(at(2, "h1", "tap1"))
            .host(1, Sample.tap(1)).build());
        assertThat(resolved.ports()).containsOnlyKeys(Sample.portId(1));
        assertThat(resolved.problems().ports()).containsEntry(Sample.portId(2),
            "interface tap1 on host h1 is claimed by port " + Sample.portId(1));
    }

    @Test
    void interfacesThatNobodyKnowsAreListed() {
        final var resolved = Resolver.resolve(new Sample().host(1, named("veth0p", 2, null), named(".", 3, "my-vm"),
            Sample.tap(9)).build());
        assertThat(resolved.problems().interfaces().get("h1")).containsExactlyInAnyOrderEntriesOf(Map.of(
            "veth0p", "no external_ids:iface-id, and no port names it by host and interface name",
            ".", "external_ids:iface-id is no UUID",
            "tap9", "no port has the uuid that external_ids:iface-id says"));
    }

    @Test
    void portsThatCannotBeRealisedSayWhy() {
        final var resolved = Resolver.resolve(new Sample().network(1)
            .network(Sample.vxlan(2, OptionalInt.empty()))
            .network(new Network(Sample.networkId(3), NetworkType.VXLAN, Optional.empty(), OptionalInt.of(9), false, true,
                1450, false))
            .port(1, 1).port(2, 2).port(3, 3).port(4, 4).port(at(5, "h9", "vnic9.0")).port(6, 1)
            .host(1, Sample.tap(2), Sample.tap(3), Sample.tap(4), new HostInterface("tap6", OptionalInt.empty(),
                Optional.of(Sample.portId(6).toString()), Optional.empty(), 0)).build());
        assertThat(resolved.ports()).isEmpty();
        final var noInterface = "no host has an interface on br-int with external_ids:iface-id=";
        assertThat(resolved.problems().ports()).containsExactlyInAnyOrderEntriesOf(Map.of(
            Sample.portId(1), noInterface + Sample.portId(1),
            Sample.portId(2), "network " + Sample.networkId(2) + ": no segmentation-id has been "
                + "given to it: the automatic range has none left",
            Sample.portId(3), "network " + Sample.networkId(3) + ": admin-state-up is false",
            Sample.portId(4), "network " + Sample.networkId(4) + " does not exist",
            Sample.portId(5), noInterface + Sample.portId(5) + ", and host h9 has no interface vnic9.0",
            Sample.portId(6), "interface tap6 on host h1 has no OpenFlow port number: Open vSwitch could not open it"));
    }

    @Test
    void aHostWithoutThePhysicalNetworkCannotHaveItsPorts() {
        final var model = new Sample().physical(1, 7).port(1, 1).port(2, 1)
            .host(1, Sample.tap(1)).provider(1, 9).host(2, Sample.tap(2));
        final var resolved = Resolver.resolve(model.build());
        assertThat(resolved.ports()).containsOnlyKeys(Sample.portId(1));
        assertThat(resolved.problems().ports()).containsOnly(Map.entry(Sample.portId(2),
            "host h2 is not joined to physical network physnet1: see its other_config:provider_mappings"));
        assertThat(Resolver.resolve(model.provider(2, 9).build()).ports()).hasSize(2);
    }

    @Test
    void aPortThatLeadsToOtherHostsIsNoMachines() {
        final var resolved = Resolver.resolve(new Sample().network(1).port(1, 1).host(1, Sample.tap(1, 9, 0))
            .provider(1, 9).build());
        assertThat(resolved.problems().ports()).containsEntry(Sample.portId(1),
            "interface tap1 on host h1 leads to other hosts");
    }

    @Test
    void physicalNetworksAreToldApart() {
        final var resolved = Resolver.resolve(new Sample().physical(1, 7).physical(2, 7).physical(3, 8).physical(4, 0)
            .physical(5, 0).build());
        assertThat(resolved.segments()).containsOnlyKeys(Sample.networkId(1), Sample.networkId(3), Sample.networkId(4));
        assertThat(resolved.problems().networks()).containsEntry(Sample.networkId(2), "segmentation-id 7 on "
            + "physical-network physnet1 belongs to network " + Sample.networkId(1))
            .containsEntry(Sample.networkId(5), "flat on physical-network physnet1 belongs to network " + Sample.networkId(4));
    }

    @Test
    void oneOfTwoNetworksWithTheSameIdentifierWaits() {
        final var resolved = Resolver.resolve(new Sample().network(1)
            .network(Sample.vxlan(2, OptionalInt.empty()))
            .allocation(2, 5001).build());
        assertThat(resolved.segments()).containsOnlyKeys(Sample.networkId(1));
        assertThat(resolved.problems().networks()).containsEntry(Sample.networkId(2),
            "segmentation-id 5001 belongs to network " + Sample.networkId(1));
    }

    @Test
    void tunnelsAreFoundByTheirFarEnd() {
        final var fixed = new HostInterface("tun1", OptionalInt.of(8), Optional.empty(),
            Optional.of(new TunnelPeer(NetworkType.VXLAN, Optional.of(IpAddress.parse("192.0.2.2")))), 0);
        final var resolved = Resolver.resolve(new Sample().host(1, fixed).host(2).host(3).build());
        assertThat(resolved.sites().get("h1").egress(NetworkType.VXLAN)).containsExactlyInAnyOrderEntriesOf(Map.of(
            "h2", new Site.Egress(8, Optional.empty()),
            "h3", new Site.Egress(1, Optional.of(IpAddress.parse("192.0.2.3")))));
        assertThat(resolved.sites().get("h1").tunnelPorts().keySet()).containsExactly(1, 8);
    }

    @Test
    void missingTunnelsSayWhy() {
        final var bare = new Host("h9", Optional.empty(), OptionalLong.of(9), Optional.empty(), Optional.empty(),
            Optional.empty(), Map.of(), Map.of(), Map.of(), true, Optional.empty());
        final var resolved = Resolver.resolve(new Sample().host(1).host(bare).build());
        assertThat(resolved.problems().tunnels().get("h1"))
            .containsEntry("h9", "host h9 has set no other_config:local_ip");
    }

    private static HostInterface named(final String name, final int ofport, final String ifaceId) {
        return new HostInterface(name, OptionalInt.of(ofport), Optional.ofNullable(ifaceId), Optional.empty(), 0);
    }

    private static Port at(final int number, final String host, final String interfaceName) {
        return new Port(Sample.portId(number), Sample.networkId(1), Sample.mac(number), true, List.of(), List.of(),
            Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(host),
            Optional.of(interfaceName));
    }
}
