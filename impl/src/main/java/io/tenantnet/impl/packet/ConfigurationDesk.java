/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import java.util.List;

/**
 * Tells apart what machines ask for their configuration.
 *
 * @param ipv4          takes DHCPv4
 * @param dhcpv6        takes DHCPv6
 * @param solicitations takes router solicitations
 */
public record ConfigurationDesk(PacketHandler ipv4, PacketHandler dhcpv6, PacketHandler solicitations)
        implements PacketHandler {
    private static final int ETHER_TYPE = 12;
    private static final int NEXT_HEADER = 20;
    private static final int IPV6 = 0x86dd;
    private static final int UDP = 17;

    @Override
    public List<PacketOut> received(final Arrival arrival, final View view) {
        final var frame = arrival.packet().frame();
        if (frame.length <= NEXT_HEADER) {
            return List.of();
        }
        final int type = (frame[ETHER_TYPE] & 0xff) << 8 | frame[ETHER_TYPE + 1] & 0xff;
        final var handler = type != IPV6 ? ipv4 : frame[NEXT_HEADER] == UDP ? dhcpv6 : solicitations;
        return handler.received(arrival, view);
    }
}
