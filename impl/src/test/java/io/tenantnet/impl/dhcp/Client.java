/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A DHCP client as tests need one: writes messages, and reads answers into lines for people. */
final class Client {
    static final int XID = 0x12345678;
    private final Map<Integer, byte[]> options = new TreeMap<>();
    private MacAddress mac = Sample.mac(1);
    private IpAddress ciaddr = DhcpReply.NO_ADDRESS;
    private IpAddress giaddr = DhcpReply.NO_ADDRESS;
    private int flags;

    Client(final int type) {
        with(DhcpOptions.MESSAGE_TYPE, type);
    }

    Client with(final int option, final int... octets) {
        final var value = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            value[i] = (byte) octets[i];
        }
        options.put(option, value);
        return this;
    }

    Client with(final int option, final String address) {
        options.put(option, ByteBuffer.allocate(4).putInt((int) IpAddress.parse(address).low()).array());
        return this;
    }

    Client at(final String address) {
        ciaddr = IpAddress.parse(address);
        return this;
    }

    Client through(final String relay) {
        giaddr = IpAddress.parse(relay);
        return this;
    }

    Client broadcast() {
        flags = 0x8000;
        return this;
    }

    Client of(final MacAddress other) {
        mac = other;
        return this;
    }

    byte[] payload() {
        final var out = ByteBuffer.allocate(600);
        out.put((byte) 1).put((byte) 1).put((byte) 6).put((byte) 0).putInt(XID).putShort((short) 0)
            .putShort((short) flags).putInt((int) ciaddr.low()).putInt(0).putInt(0).putInt((int) giaddr.low())
            .putLong(mac.value() << 16).position(236);
        out.putInt(0x63825363);
        options.forEach((code, value) -> out.put((byte) (int) code).put((byte) value.length).put(value));
        out.put((byte) 255);
        return out.array();
    }

    DhcpMessage message() {
        return DhcpMessage.parse(payload()).orElseThrow();
    }

    /** An answer: its fields that are not zero, then its options in their order. */
    static List<String> read(final byte[] reply) {
        final var in = ByteBuffer.wrap(reply);
        final var lines = new ArrayList<String>();
        lines.add("op " + in.get(0) + (in.getInt(4) == XID ? "" : " of another transaction"));
        final int flags = in.getShort(10) & 0xffff;
        if (flags != 0) {
            lines.add("flags " + Integer.toHexString(flags));
        }
        List.of(Map.entry("ciaddr", 12), Map.entry("yiaddr", 16), Map.entry("siaddr", 20), Map.entry("giaddr", 24))
            .stream().filter(field -> in.getInt(field.getValue()) != 0).forEach(field -> lines.add(field.getKey() + " "
                + new IpAddress(4, 0, in.getInt(field.getValue()) & 0xffff_ffffL)));
        lines.add("chaddr " + new MacAddress(in.getLong(28) >>> 16));
        text(reply, 44, "sname", lines);
        text(reply, 108, "file", lines);
        int next = 240;
        while ((reply[next] & 0xff) != 255) {
            final int length = reply[next + 1] & 0xff;
            final var octets = new StringJoiner(" ");
            for (int i = 0; i < length; i++) {
                octets.add(Integer.toString(reply[next + 2 + i] & 0xff));
            }
            lines.add((reply[next] & 0xff) + ": " + octets);
            next += 2 + length;
        }
        return lines;
    }

    private static void text(final byte[] reply, final int from, final String name, final List<String> lines) {
        final var text = new StringBuilder();
        for (int i = from; reply[i] != 0; i++) {
            text.append((char) reply[i]);
        }
        if (!text.isEmpty()) {
            lines.add(name + " " + text);
        }
    }
}
