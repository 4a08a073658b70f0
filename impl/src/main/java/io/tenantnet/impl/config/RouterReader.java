/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Router;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads a router, with the rules of Neutron's routers and extra routes. */
final class RouterReader {
    private final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router source;
    private final LeafReader leaves;
    private final AddressReader addresses;

    RouterReader(final org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router source) {
        this.source = source;
        leaves = LeafReader.of("router", source.getUuid().getValue());
        addresses = new AddressReader(leaves);
    }

    Router read() {
        leaves.checkTexts(source);
        return new Router(leaves.uuid("uuid", source.getUuid().getValue()),
            Objects.requireNonNullElse(source.isAdminStateUp(), Boolean.TRUE), gateway(),
            Optional.ofNullable(source.getGatewayPortId()).map(id -> leaves.uuid("gateway-port-id", id.getValue())),
            routes());
    }

    private Optional<Router.Gateway> gateway() {
        final var gateway = source.getExternalGateway();
        if (gateway == null) {
            return Optional.empty();
        }
        final var network = gateway.getNetworkId();
        if (network == null) {
            throw leaves.missing("external-gateway/network-id", "the other leaves need it");
        }
        final var fixedIps = gateway.nonnullFixedIps().stream().map(ip -> new FixedIp(
            addresses.unicast("external-gateway/fixed-ips/ip-address", ip.getIpAddress().getValue()),
            Optional.ofNullable(ip.getSubnetId())
                .map(id -> leaves.uuid("external-gateway/fixed-ips/subnet-id", id.getValue())))).toList();
        return Optional.of(new Router.Gateway(leaves.uuid("external-gateway/network-id", network.getValue()),
            Objects.requireNonNullElse(gateway.isEnableSnat(), Boolean.TRUE), fixedIps));
    }

    private List<Router.Route> routes() {
        return source.nonnullRoutes().stream().map(route -> {
            final var destination = addresses.prefix("routes/destination", route.getDestination().getValue());
            final var text = route.getNexthop().getValue();
            final var nexthop = addresses.unicast("routes/nexthop", text);
            if (nexthop.version() != destination.address().version()) {
                throw leaves.refused("routes/nexthop", text, "is of another IP version than destination " + destination);
            }
            return new Router.Route(destination, nexthop);
        }).toList();
    }
}
