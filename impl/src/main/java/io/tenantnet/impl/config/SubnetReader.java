/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.AddressRange;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a subnet, with the rules of Neutron's subnets. */
final class SubnetReader {
    private static final String GATEWAY = "gateway-ip";
    private static final String POOL_START = "allocation-pools/start";
    private static final String POOL_END = "allocation-pools/end";

    private final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet source;
    private final LeafReader leaves;
    private final AddressReader addresses;

    SubnetReader(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet source) {
        this.source = source;
        leaves = LeafReader.of("subnet", source.getUuid().getValue());
        addresses = new AddressReader(leaves);
    }

    Subnet read() {
        final var id = leaves.uuid("uuid", source.getUuid().getValue());
        leaves.checkTexts(source);
        final var networkId = leaves.uuid("network-id",
            leaves.needed("network-id", source.getNetworkId()).getValue());
        final var cidr = cidr();
        final var options = new SubnetOptionsReader(source, addresses, cidr).read();
        final var pools = pools(cidr);
        return new Subnet(id, networkId, cidr, gateway(cidr, pools), pools, options);
    }

    private Cidr cidr() {
        final var text = leaves.needed("cidr", source.getCidr()).getValue();
        final var cidr = addresses.prefix("cidr", text);
        if (cidr.length() == 0) {
            throw leaves.refused("cidr", text, "holds every address there is");
        }
        if (cidr.first().isMulticast() || AddressReader.isLoopback(cidr.first()) || cidr.first().isUnspecified()) {
            throw leaves.refused("cidr", text, "has addresses that no machine can have");
        }
        final var version = source.getIpVersion();
        if (version != null && version.getIntValue() != cidr.address().version()) {
            throw leaves.refused("ip-version", version.getName(), "does not fit cidr " + cidr);
        }
        return cidr;
    }

    private Optional<IpAddress> gateway(final Cidr cidr, final List<AddressRange> pools) {
        if (source.getGatewayIp() == null) {
            return Optional.empty();
        }
        final var text = source.getGatewayIp().getValue();
        final var gateway = addresses.unicast(GATEWAY, text);
        // An IPv6 router is commonly reached by its link-local address (RFC 4861: it advertises from nothing else).
        if (gateway.version() == 6 && cidr.address().version() == 6 && gateway.high() >>> 54 == 0x3fa) {
            return Optional.of(gateway);
        }
        requireHost(GATEWAY, text, gateway, cidr);
        for (AddressRange pool : pools) {
            if (pool.overlaps(new AddressRange(gateway, gateway))) {
                throw leaves.refused(GATEWAY, text, "is in allocation pool " + pool + ", which could give it away");
            }
        }
        return Optional.of(gateway);
    }

    private List<AddressRange> pools(final Cidr cidr) {
        final var pools = new ArrayList<AddressRange>();
        for (var entry : source.nonnullAllocationPools()) {
            final var text = entry.getStart().getValue();
            final var start = addresses.address(POOL_START, text);
            requireHost(POOL_START, text, start, cidr);
            if (entry.getEnd() == null) {
                throw leaves.missing(POOL_END, "the pool that starts at " + start + " needs one");
            }
            final var endText = entry.getEnd().getValue();
            final var end = addresses.address(POOL_END, endText);
            requireHost(POOL_END, endText, end, cidr);
            if (end.compareTo(start) < 0) {
                throw leaves.refused(POOL_END, endText, "is below the pool's start " + start);
            }
            final var pool = new AddressRange(start, end);
            for (AddressRange other : pools) {
                if (pool.overlaps(other)) {
                    throw leaves.refused("allocation-pools", pool.toString(), "overlaps pool " + other);
                }
            }
            pools.add(pool);
        }
        return pools;
    }

    private void requireHost(final String leaf, final String text, final IpAddress address, final Cidr cidr) {
        if (!cidr.contains(address)) {
            throw leaves.refused(leaf, text, "is outside cidr " + cidr);
        }
        HostAddresses.problem(cidr, address).ifPresent(problem -> {
            throw leaves.refused(leaf, text, problem);
        });
    }
}
