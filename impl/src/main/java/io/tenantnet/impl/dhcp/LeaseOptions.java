/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The options in which a client is told what it is given. */
final class LeaseOptions {
    private static final Cidr EVERYWHERE = Cidr.parse("0.0.0.0/0");

    private final Map<Integer, byte[]> options = new TreeMap<>();
    private final DhcpMessage request;
    private final Lease lease;

    LeaseOptions(final DhcpMessage request, final Lease lease) {
        this.request = request;
        this.lease = lease;
        network();
        lease.extra().stream().filter(option -> option.isFor(request)).forEach(option -> {
            if (option.value().length == 0) {
                options.remove(option.code());
            } else {
                options.put(option.code(), option.value());
            }
        });
    }

    private void network() {
        options.put(DhcpOptions.NETMASK, address((int) lease.subnet().maskLow()));
        if (lease.subnet().length() < 31) {
            options.put(DhcpOptions.BROADCAST, address((int) lease.subnet().last().low()));
        }
        lease.gateway().ifPresent(gateway -> options.put(DhcpOptions.ROUTER, addresses(List.of(gateway))));
        if (!lease.dns().isEmpty()) {
            options.put(DhcpOptions.DNS, addresses(lease.dns()));
        }
        lease.domain().ifPresent(domain ->
            options.put(DhcpOptions.DOMAIN, domain.getBytes(StandardCharsets.US_ASCII)));
        options.put(DhcpOptions.MTU, ByteBuffer.allocate(2).putShort((short) lease.mtu()).array());
        if (!lease.routes().isEmpty()) {
            options.put(DhcpOptions.ROUTES, routes());
            options.put(DhcpOptions.MICROSOFT_ROUTES, routes());
        }
    }

    /** Who understands this option ignores that of the default gateway, which has to be here, too (RFC 3442). */
    private byte[] routes() {
        final var out = new ByteArrayOutputStream();
        lease.routes().forEach(route -> out.writeBytes(OptionKind.route(route.destination(), route.nexthop())));
        if (lease.routes().stream().noneMatch(route -> route.destination().equals(EVERYWHERE))) {
            lease.gateway().ifPresent(gateway -> out.writeBytes(OptionKind.route(EVERYWHERE, gateway)));
        }
        return out.toByteArray();
    }

    private static byte[] address(final int bits) {
        return ByteBuffer.allocate(4).putInt(bits).array();
    }

    private static byte[] addresses(final List<IpAddress> list) {
        final var out = ByteBuffer.allocate(4 * list.size());
        list.forEach(address -> out.putInt((int) address.low()));
        return out.array();
    }

    /** Adds how long the lease is, and when to ask for more (RFC 2131 section 4.4.5). */
    LeaseOptions withTimes() {
        final var asked = options.get(DhcpOptions.LEASE_TIME);
        final long seconds = asked == null ? lease.seconds() : ByteBuffer.wrap(asked).getInt() & 0xffff_ffffL;
        options.put(DhcpOptions.LEASE_TIME, address((int) seconds));
        if (seconds != Lease.FOR_EVER) {
            options.putIfAbsent(DhcpOptions.T1, address((int) (seconds / 2)));
            options.putIfAbsent(DhcpOptions.T2, address((int) (seconds * 7 / 8)));
        }
        return this;
    }

    /** Of an answer that gives no address: no times (RFC 2131 section 4.3.5). */
    LeaseOptions withoutTimes() {
        List.of(DhcpOptions.LEASE_TIME, DhcpOptions.T1, DhcpOptions.T2).forEach(options::remove);
        return this;
    }

    /** The answer. */
    DhcpReply reply(final int type, final IpAddress given) {
        final var next = options.remove(DhcpOptions.NEXT_SERVER);
        return new DhcpReply(request, type, lease.server(), given,
            next == null ? DhcpReply.NO_ADDRESS
                : new IpAddress(4, 0, ByteBuffer.wrap(next).getInt() & 0xffff_ffffL), options, lease.mtu());
    }
}
