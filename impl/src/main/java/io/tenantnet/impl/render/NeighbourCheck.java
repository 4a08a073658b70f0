/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.BoundPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of {@link SourceCheckWriter} that is about neighbour advertisements (RFC 4861 section 4.4): a machine answers
 * for its own addresses only. Its neighbours believe the target address, whatever the packet's source.
 */
final class NeighbourCheck {
    private static final int TARGET_IS_OWN = 120;
    private static final int TARGET_IS_FOREIGN = 110;

    private final Match advertisement;
    private final Map<MacAddress, Set<Cidr>> own;
    private final Scope origin;

    /**
     * The check of a port.
     *
     * @param port the port
     * @param own  its MAC addresses, with the IP addresses of each
     */
    NeighbourCheck(final BoundPort port, final Map<MacAddress, Set<Cidr>> own) {
        advertisement = Packets.icmpv6(Packets.ofType(MetadataBits.ofPort(port), Packets.IPV6),
            Packets.NEIGHBOUR_ADVERTISEMENT);
        this.own = own;
        origin = new Scope.OfPort(port.port().id());
    }

    /** None where a whole prefix is the port's: OpenFlow 1.3 has no mask for the target. */
    List<Flow> flows() {
        if (own.values().stream().flatMap(Set::stream)
                .anyMatch(block -> block.address().version() == 6 && block.length() < block.address().bits())) {
            return List.of();
        }
        final var flows = new ArrayList<Flow>();
        own.forEach((mac, blocks) -> {
            final var from = advertisement.with(Field.ETH_SRC, mac);
            Stream.concat(Stream.of(mac.linkLocal()), blocks.stream().map(Cidr::address))
                .filter(address -> address.version() == 6).distinct()
                .forEach(address -> flows.add(new Flow(Table.SOURCE_CHECK, TARGET_IS_OWN,
                    from.with(Field.ND_TARGET, address), Instructions.goTo(Table.DHCP), origin)));
        });
        flows.add(new Flow(Table.SOURCE_CHECK, TARGET_IS_FOREIGN, advertisement, Instructions.DROP, origin));
        return flows;
    }
}
