/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.PortForwarding;
import java.util.Optional;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Reads a port forwarding, with the rules of Neutron's. */
final class PortForwardingReader {
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.port.forwardings.PortForwarding source;
    private final LeafReader leaves;
    private final AddressReader addresses;

    PortForwardingReader(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.port.forwardings.PortForwarding source) {
        this.source = source;
        leaves = LeafReader.of("port-forwarding", source.getUuid().getValue());
        addresses = new AddressReader(leaves);
    }

    PortForwarding read() {
        leaves.checkTexts(source);
        final int protocol = switch (leaves.needed("protocol", source.getProtocol())) {
            case Tcp -> TCP;
            case Udp -> UDP;
        };
        return new PortForwarding(leaves.uuid("uuid", source.getUuid().getValue()),
            leaves.uuid("floating-ip-id", leaves.needed("floating-ip-id", source.getFloatingIpId()).getValue()),
            protocol, port("external-port", source.getExternalPort()),
            leaves.uuid("internal-port-id", leaves.needed("internal-port-id", source.getInternalPortId()).getValue()),
            Optional.ofNullable(source.getInternalIpAddress())
                .map(text -> addresses.unicast("internal-ip-address", text.getValue())),
            port("internal-port", source.getInternalPort()),
            Optional.ofNullable(source.getAllowedCidr()).map(text -> addresses.prefix("allowed-cidr", text.getValue())));
    }

    private int port(final String leaf, final Uint32 value) {
        final long port = leaves.needed(leaf, value).longValue();
        if (port < 1 || port > 0xffff) {
            throw leaves.refused(leaf, port, "is not in 1..65535");
        }
        return (int) port;
    }
}
