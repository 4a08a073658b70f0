/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.FieldMatch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IetfInetUtil;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv4Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Address;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Ipv6Prefix;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.IetfYangUtil;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.MacAddress;

/** Addresses in the types of OpenDaylight's models, made without matching them against the models' patterns. */
final class Addresses {
    private Addresses() {
    }

    static MacAddress mac(final long value) {
        return IetfYangUtil.INSTANCE.macAddressFor(Arrays.copyOfRange(bytes(value), 2, Long.BYTES));
    }

    /** The address block of a condition; of 32 bits where the condition is for the whole address. */
    static Ipv4Prefix ipv4(final FieldMatch condition) {
        final var address = Arrays.copyOfRange(bytes(condition.low()), 4, Long.BYTES);
        return IetfInetUtil.INSTANCE.ipv4PrefixFor(address, prefixLength(condition));
    }

    /** The address block of a condition; of 128 bits where the condition is for the whole address. */
    static Ipv6Prefix ipv6(final FieldMatch condition) {
        final var address = ByteBuffer.allocate(2 * Long.BYTES).putLong(condition.high()).putLong(condition.low());
        return IetfInetUtil.INSTANCE.ipv6PrefixFor(address.array(), prefixLength(condition));
    }

    /** The IPv6 address of a condition without mask. */
    static Ipv6Address whole(final FieldMatch condition) {
        if (!condition.isExact()) {
            throw new IllegalArgumentException("OpenFlowPlugin can't read back a mask of " + condition);
        }
        return IetfInetUtil.INSTANCE.ipv6AddressFor(ByteBuffer.allocate(2 * Long.BYTES).putLong(condition.high())
            .putLong(condition.low()).array());
    }

    private static int prefixLength(final FieldMatch condition) {
        final int length = Long.bitCount(condition.maskHigh()) + Long.bitCount(condition.maskLow());
        if (length == 0 || !isPrefix(condition, length)) {
            throw new IllegalArgumentException(condition + " is no address block");
        }
        return length;
    }

    private static boolean isPrefix(final FieldMatch condition, final int length) {
        final Field field = condition.field();
        final int zeros = field.bits() - length;
        return zeros >= Long.SIZE
            ? condition.maskLow() == 0 && condition.maskHigh() == (field.onesHigh() & ones(zeros - Long.SIZE))
            : condition.maskHigh() == field.onesHigh() && condition.maskLow() == (field.onesLow() & ones(zeros));
    }

    private static long ones(final int zeros) {
        return -1L << zeros;
    }

    private static byte[] bytes(final long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
