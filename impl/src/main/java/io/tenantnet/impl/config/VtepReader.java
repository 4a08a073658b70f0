/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.L2GatewayConnection;
import io.tenantnet.impl.model.ServiceNodes;
import io.tenantnet.impl.model.SwitchPort;
import io.tenantnet.impl.model.VtepBinding;
import io.tenantnet.impl.net.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.service.nodes.VtepServiceNode;

/** Reads what is attached to networks through hardware switches. */
final class VtepReader {
    private VtepReader() {
    }

    static L2GatewayConnection read(final org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2
            .gateway.connections.L2GatewayConnection source) {
        final var leaves = LeafReader.of("l2-gateway-connection", source.getUuid().getValue());
        leaves.checkTexts(source);
        return new L2GatewayConnection(leaves.uuid("uuid", source.getUuid().getValue()),
            leaves.uuid("l2-gateway-id", leaves.needed("l2-gateway-id", source.getL2GatewayId()).getValue()),
            leaves.uuid("network-id", leaves.needed("network-id", source.getNetworkId()).getValue()),
            source.getSegmentationId() == null ? OptionalInt.empty()
                : OptionalInt.of(new VlanReader(leaves).read("segmentation-id", source.getSegmentationId())));
    }

    static VtepBinding read(final org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.vtep.bindings
            .VtepBinding source) {
        final var leaves = LeafReader.of("vtep-binding", source.getUuid().getValue());
        leaves.checkTexts(source);
        return new VtepBinding(leaves.uuid("uuid", source.getUuid().getValue()),
            new SwitchPort(name(leaves, "physical-switch", source.getPhysicalSwitch()),
                name(leaves, "physical-port", source.getPhysicalPort())),
            source.getVlanId() == null ? 0 : new VlanReader(leaves).read("vlan-id", source.getVlanId()),
            leaves.uuid("network-id", leaves.needed("network-id", source.getNetworkId()).getValue()));
    }

    static ServiceNodes read(final VtepServiceNode source) {
        final var leaves = LeafReader.of("vtep-service-node", source.getUuid().getValue());
        leaves.checkTexts(source);
        final var reader = new AddressReader(leaves);
        final var addresses = new HashSet<IpAddress>();
        for (final var text : Optional.ofNullable(source.getIpAddresses()).orElse(List.of())) {
            final var address = reader.unicast("ip-addresses", text.getValue());
            if (address.version() != 4) {
                throw leaves.refused("ip-addresses", text.getValue(), "is not an IPv4 address, and VTEPs know no other");
            }
            addresses.add(address);
        }
        if (addresses.isEmpty()) {
            throw leaves.missing("ip-addresses", "");
        }
        return new ServiceNodes(leaves.uuid("uuid", source.getUuid().getValue()),
            name(leaves, "physical-switch", source.getPhysicalSwitch()), addresses);
    }

    private static String name(final LeafReader leaves, final String leaf, final String name) {
        leaves.checkLength(leaf, leaves.needed(leaf, name), 1, 255);
        return name;
    }
}
