/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.FloatingIp;
import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;
import java.util.UUID;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;

/** Reads a floating IP, with the rules of Neutron's. */
final class FloatingIpReader {
    private final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp source;
    private final LeafReader leaves;
    private final AddressReader addresses;

    FloatingIpReader(final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp source) {
        this.source = source;
        leaves = LeafReader.of("floating-ip", source.getUuid().getValue());
        addresses = new AddressReader(leaves);
    }

    FloatingIp read() {
        leaves.checkTexts(source);
        return new FloatingIp(leaves.uuid("uuid", source.getUuid().getValue()),
            leaves.uuid("floating-network-id",
                leaves.needed("floating-network-id", source.getFloatingNetworkId()).getValue()),
            addresses.unicast("floating-ip-address",
                leaves.needed("floating-ip-address", source.getFloatingIpAddress()).getValue()),
            reference("port-id", source.getPortId()), fixedIp(), reference("router-id", source.getRouterId()));
    }

    private Optional<UUID> reference(final String leaf, final Uuid id) {
        return Optional.ofNullable(id).map(text -> leaves.uuid(leaf, text.getValue()));
    }

    private Optional<IpAddress> fixedIp() {
        return Optional.ofNullable(source.getFixedIpAddress())
            .map(text -> addresses.unicast("fixed-ip-address", text.getValue()));
    }
}
