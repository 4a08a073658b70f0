/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers DHCP clients (RFC 2131 section 4.3). Who has which address is settled before anybody asks, so nothing is
 * remembered of what was answered: the same question has the same answer, from any controller.
 */
public final class DhcpAnswers {
    private static final int DISCOVER = 1;
    private static final int REQUEST = 3;
    private static final int INFORM = 8;

    private DhcpAnswers() {
    }

    /**
     * The answer to a client.
     *
     * @param message what it says
     * @param leases  what it may be given, the preferred first
     * @return empty where RFC 2131 wants silence, or the message came through a relay
     */
    public static Optional<DhcpReply> to(final DhcpMessage message, final List<Lease> leases) {
        if (leases.isEmpty() || !message.giaddr().isUnspecified()) {
            return Optional.empty();
        }
        return switch (message.type().orElse(0)) {
            case DISCOVER -> Optional.of(give(message, DhcpReply.OFFER,
                message.address(DhcpOptions.REQUESTED_ADDRESS).flatMap(address -> find(leases, address))
                    .orElse(leases.get(0))));
            case REQUEST -> request(message, leases);
            case INFORM -> Optional.of(new LeaseOptions(message,
                find(leases, message.ciaddr()).orElse(leases.get(0))).withoutTimes()
                .reply(DhcpReply.ACK, DhcpReply.NO_ADDRESS));
            default -> Optional.empty();
        };
    }

    /** RFC 2131 section 4.3.2 tells by what it holds in which state the client is. */
    private static Optional<DhcpReply> request(final DhcpMessage message, final List<Lease> leases) {
        final var server = message.address(DhcpOptions.SERVER);
        if (server.isPresent() && leases.stream().noneMatch(lease -> lease.server().equals(server.get()))) {
            return Optional.empty();
        }
        final var wanted = message.ciaddr().isUnspecified() ? message.address(DhcpOptions.REQUESTED_ADDRESS)
            : Optional.of(message.ciaddr());
        return wanted.map(address -> find(leases, address).map(lease -> give(message, DhcpReply.ACK, lease))
            .orElseGet(() -> refuse(message, leases.get(0), address)));
    }

    private static Optional<Lease> find(final List<Lease> leases, final IpAddress address) {
        return leases.stream().filter(lease -> lease.address().equals(address)).findFirst();
    }

    private static DhcpReply give(final DhcpMessage message, final int type, final Lease lease) {
        return new LeaseOptions(message, lease).withTimes().reply(type, lease.address());
    }

    private static DhcpReply refuse(final DhcpMessage message, final Lease lease, final IpAddress wanted) {
        final var why = (wanted + " is not yours").getBytes(StandardCharsets.US_ASCII);
        return new DhcpReply(message, DhcpReply.NAK, lease.server(), DhcpReply.NO_ADDRESS, DhcpReply.NO_ADDRESS,
            Map.of(DhcpOptions.MESSAGE, why), lease.mtu());
    }
}
