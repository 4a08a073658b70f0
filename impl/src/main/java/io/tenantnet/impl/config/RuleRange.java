/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.net.IpProtocol;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Reads a rule's range of ports, or its ICMP type and code, whichever the protocol has (Neutron API, port_range_min). */
final class RuleRange {
    private static final String MINIMUM = "port-range-min";
    private static final String MAXIMUM = "port-range-max";
    private static final int HIGHEST_PORT = 65535;
    private static final int HIGHEST_ICMP = 255;

    private final LeafReader leaves;
    private final OptionalInt first;
    private final OptionalInt last;

    RuleRange(final SecurityGroupRule source, final LeafReader leaves, final OptionalInt protocol) {
        this.leaves = leaves;
        final boolean icmp = protocol.isPresent() && IpProtocol.isIcmp(protocol.getAsInt());
        first = read(MINIMUM, source.getPortRangeMin(), icmp);
        last = read(MAXIMUM, source.getPortRangeMax(), icmp);
        if (icmp) {
            if (first.isEmpty() && last.isPresent()) {
                throw leaves.missing(MINIMUM, "the ICMP code " + last.getAsInt() + " needs a type");
            }
        } else {
            check(protocol);
        }
    }

    private OptionalInt read(final String leaf, final @Nullable Uint32 value, final boolean icmp) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value.toJava() > (icmp ? HIGHEST_ICMP : HIGHEST_PORT)) {
            throw leaves.refused(leaf, value, icmp ? "is not in 0.." + HIGHEST_ICMP + ", as the type and code of ICMP are"
                : "is not in 0.." + HIGHEST_PORT);
        }
        return OptionalInt.of(value.intValue());
    }

    private void check(final OptionalInt protocol) {
        if (first.isEmpty() && last.isEmpty()) {
            return;
        }
        if (protocol.isEmpty() || !IpProtocol.hasPorts(protocol.getAsInt())) {
            throw leaves.refused(first.isPresent() ? MINIMUM : MAXIMUM, first.orElseGet(last::getAsInt),
                "needs a protocol that has ports: tcp, udp, sctp, dccp or udplite");
        }
        if (first.isEmpty()) {
            throw leaves.missing(MINIMUM, "it is needed with " + MAXIMUM);
        }
        if (last.isEmpty()) {
            throw leaves.missing(MAXIMUM, "it is needed with " + MINIMUM);
        }
        if (first.getAsInt() > last.getAsInt()) {
            throw leaves.refused(MINIMUM, first.getAsInt(), "is above " + MAXIMUM + ", which is " + last.getAsInt());
        }
    }

    OptionalInt first() {
        return first;
    }

    OptionalInt last() {
        return last;
    }
}
