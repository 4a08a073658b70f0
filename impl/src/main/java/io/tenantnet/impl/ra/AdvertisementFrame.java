/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.ra;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.packet.Checksum;
import io.tenantnet.impl.resolve.Advertisement;
import java.nio.ByteBuffer;

/** Makes router advertisements (RFC 4861 section 4.2; RFC 8106 for name servers). */
final class AdvertisementFrame {
    /** RFC 4861 section 6.2.1 allows 9000 at most. A controller may be away for so long and machines keep their gateway. */
    static final int LIFETIME_SECONDS = 9_000;
    /** Of addresses made of a prefix: those of RFC 4861's successors in use, radvd and with it Neutron. */
    private static final int VALID_SECONDS = 86_400;
    private static final int PREFERRED_SECONDS = 14_400;

    private static final MacAddress ALL_NODES_MAC = new MacAddress(0x3333_0000_0001L);
    private static final IpAddress ALL_NODES = new IpAddress(6, 0xff02_0000_0000_0000L, 1);
    private static final int ETHERNET = 14;
    private static final int IPV6 = 40;
    private static final int ICMPV6 = 58;
    private static final int RA = 134;
    private static final int HOPS = 64;
    private static final int SMALLEST_MTU = 1280;

    private AdvertisementFrame() {
    }

    /** What a router says while it is there. */
    static byte[] of(final Advertisement router) {
        return of(router, router.defaultRouter() ? LIFETIME_SECONDS : 0);
    }

    /** What a router says when it ceases to be one: its prefixes stay on the link (RFC 4861 section 6.2.5). */
    static byte[] farewell(final Advertisement router) {
        return of(router, 0);
    }

    private static byte[] of(final Advertisement router, final int lifetime) {
        final boolean tellsMtu = router.mtu() >= SMALLEST_MTU;
        final int servers = router.nameServers().size();
        final int length = 16 + 8 + (tellsMtu ? 8 : 0) + 32 * router.prefixes().size()
            + (servers == 0 ? 0 : 8 + 16 * servers);
        final var out = ByteBuffer.allocate(ETHERNET + IPV6 + length);
        putMac(out, ALL_NODES_MAC);
        putMac(out, router.mac());
        out.putShort((short) 0x86dd).putInt(0x6000_0000).putShort((short) length).put((byte) ICMPV6).put((byte) 255);
        putIp(out, router.mac().linkLocal());
        putIp(out, ALL_NODES);
        out.put((byte) RA).put((byte) 0).putShort((short) 0).put((byte) HOPS)
            .put((byte) ((router.managed() ? 0x80 : 0) | (router.other() ? 0x40 : 0))).putShort((short) lifetime)
            .putInt(0).putInt(0);
        out.put((byte) 1).put((byte) 1);
        putMac(out, router.mac());
        if (tellsMtu) {
            out.put((byte) 5).put((byte) 1).putShort((short) 0).putInt(router.mtu());
        }
        router.prefixes().forEach(prefix -> {
            out.put((byte) 3).put((byte) 4).put((byte) prefix.block().length())
                .put((byte) (0x80 | (prefix.autonomous() ? 0x40 : 0))).putInt(VALID_SECONDS).putInt(PREFERRED_SECONDS)
                .putInt(0);
            putIp(out, prefix.block().first());
        });
        if (servers > 0) {
            out.put((byte) 25).put((byte) (1 + 2 * servers)).putShort((short) 0).putInt(LIFETIME_SECONDS);
            router.nameServers().forEach(server -> putIp(out, server));
        }
        final long sum = Checksum.sum(out.array(), ETHERNET + IPV6 - 32, 32 + length) + ICMPV6 + length;
        out.putShort(ETHERNET + IPV6 + 2, Checksum.of(sum));
        return out.array();
    }

    private static void putMac(final ByteBuffer out, final MacAddress mac) {
        out.putShort((short) (mac.value() >>> 32)).putInt((int) mac.value());
    }

    private static void putIp(final ByteBuffer out, final IpAddress address) {
        out.putLong(address.high()).putLong(address.low());
    }
}
