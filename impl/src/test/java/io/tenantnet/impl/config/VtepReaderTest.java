/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.SwitchPort;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.Vlan;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateway.connections.L2GatewayConnectionBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2GatewayBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.DevicesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.devices.InterfacesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.bindings.VtepBindingBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.service.nodes.VtepServiceNodeBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint32;

class VtepReaderTest {
    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final Uuid UUID = new Uuid(ID);

    private static Vlan vlan(final int number) {
        return new Vlan(Uint32.valueOf(number));
    }

    private static VtepBindingBuilder binding() {
        return new VtepBindingBuilder().setUuid(UUID).setPhysicalSwitch("tor1").setPhysicalPort("te-1/1/1")
            .setVlanId(vlan(100)).setNetworkId(UUID);
    }

    private static L2GatewayBuilder gateway(final int... vlans) {
        final var ids = Arrays.stream(vlans).mapToObj(VtepReaderTest::vlan).toList();
        return new L2GatewayBuilder().setUuid(UUID).setDevices(List.of(new DevicesBuilder().setDeviceName("tor1")
            .setInterfaces(List.of(new InterfacesBuilder().setName("p1").setSegmentationIds(ids).build(),
                new InterfacesBuilder().setName("p2").build())).build()));
    }

    @Test
    void aBindingIsRead() {
        final var read = ConfigReader.vtepBinding(binding().build());
        assertThat(read.port()).isEqualTo(new SwitchPort("tor1", "te-1/1/1"));
        assertThat(read.vlan()).isEqualTo(100);
        assertThat(ConfigReader.vtepBinding(binding().setVlanId(null).build()).vlan()).isZero();
        assertThat(ConfigReader.vtepBinding(binding().setVlanId(vlan(4094)).build()).vlan()).isEqualTo(4094);
    }

    @Test
    void aBindingNamesAllThatItIsAbout() {
        assertThatThrownBy(() -> ConfigReader.vtepBinding(binding().setVlanId(vlan(4095)).build()))
            .hasMessage("vtep-binding " + ID + ": vlan-id '4095' is not in 0..4094 (0: untagged frames)");
        assertThatThrownBy(() -> ConfigReader.vtepBinding(binding().setPhysicalSwitch(null).build()))
            .hasMessage("vtep-binding " + ID + ": physical-switch is missing");
        assertThatThrownBy(() -> ConfigReader.vtepBinding(binding().setPhysicalPort("").build()))
            .hasMessage("vtep-binding " + ID + ": physical-port '' has 0 characters: 1..255 are allowed");
        assertThatThrownBy(() -> ConfigReader.vtepBinding(binding().setNetworkId(new Uuid("blue")).build()))
            .hasMessageContaining("network-id 'blue' is not a UUID");
    }

    @Test
    void aGatewayIsRead() {
        final var read = ConfigReader.l2Gateway(gateway(200, 100).build());
        assertThat(read.interfaces()).containsEntry(new SwitchPort("tor1", "p1"), new TreeSet<>(Set.of(100, 200)))
            .containsEntry(new SwitchPort("tor1", "p2"), new TreeSet<>());
        assertThat(ConfigReader.l2Gateway(new L2GatewayBuilder().setUuid(UUID).build()).interfaces()).isEmpty();
        assertThatThrownBy(() -> ConfigReader.l2Gateway(gateway(5000).build()))
            .hasMessageContaining("devices/interfaces/segmentation-ids '5000' is not in 0..4094");
    }

    @Test
    void aConnectionHasTwoEnds() {
        final var whole = new L2GatewayConnectionBuilder().setUuid(UUID).setL2GatewayId(UUID).setNetworkId(UUID);
        assertThat(ConfigReader.l2GatewayConnection(whole.build()).vlan()).isEmpty();
        assertThat(ConfigReader.l2GatewayConnection(whole.setSegmentationId(vlan(7)).build()).vlan()).hasValue(7);
        assertThatThrownBy(() -> ConfigReader.l2GatewayConnection(whole.setL2GatewayId(null).build()))
            .hasMessage("l2-gateway-connection " + ID + ": l2-gateway-id is missing");
    }

    @Test
    void serviceNodesHaveAddresses() {
        final var nodes = new VtepServiceNodeBuilder().setUuid(UUID).setPhysicalSwitch("tor1");
        assertThatThrownBy(() -> ConfigReader.serviceNodes(nodes.build())).hasMessageContaining("ip-addresses is missing");
        assertThatThrownBy(() -> ConfigReader.serviceNodes(nodes.setIpAddresses(List.of(new IpAddress("2001:db8::1")))
            .build())).hasMessageContaining("'2001:db8::1' is not an IPv4 address");
        assertThat(ConfigReader.serviceNodes(nodes.setIpAddresses(List.of(new IpAddress("192.0.2.9"))).build())
            .addresses()).hasSize(1);
    }
}
