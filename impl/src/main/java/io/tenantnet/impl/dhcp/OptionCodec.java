/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/** Reads and writes options as they stand in a message (RFC 2132 section 2, RFC 3396). */
final class OptionCodec {
    private static final int PAD = 0;
    private static final int END = 255;
    private static final int LONGEST = 255;

    private OptionCodec() {
    }

    /**
     * Reads the options of a part of a message.
     *
     * @param into takes them; what is there already under an option's number is what comes before
     * @return whether they end where they say
     */
    static boolean read(final byte[] message, final int from, final int to, final Map<Integer, byte[]> into) {
        int next = from;
        while (next < to) {
            final int code = message[next++] & 0xff;
            if (code == END) {
                return true;
            }
            if (code != PAD) {
                if (next == to || next + 1 + (message[next] & 0xff) > to) {
                    return false;
                }
                final int length = message[next++] & 0xff;
                into.merge(code, Arrays.copyOfRange(message, next, next + length), OptionCodec::join);
                next += length;
            }
        }
        return true;
    }

    private static byte[] join(final byte[] one, final byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    /** How many octets an option takes in a message. */
    static int size(final byte[] value) {
        return value.length + 2 * Math.max(1, (value.length + LONGEST - 1) / LONGEST);
    }

    /** Writes an option, a long one in several parts. */
    static void write(final ByteBuffer out, final int code, final byte[] value) {
        int done = 0;
        do {
            final int length = Math.min(LONGEST, value.length - done);
            out.put((byte) code).put((byte) length).put(value, done, length);
            done += length;
        } while (done < value.length);
    }

    static void end(final ByteBuffer out) {
        out.put((byte) END);
    }
}
