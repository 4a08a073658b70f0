/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.yang.types.rev130715.MacAddress;
import org.opendaylight.yangtools.yang.common.Uint64;

/** What conditions say, in the types of OpenDaylight's models. */
final class Conditions {
    private Conditions() {
    }

    /**
     * The value of a condition for a whole field.
     *
     * @throws IllegalArgumentException if it has a mask
     */
    static long exact(final FieldMatch condition) {
        if (!condition.isExact()) {
            throw new IllegalArgumentException("OpenFlow 1.3 has no mask for " + condition);
        }
        return condition.low();
    }

    /** The mask of a condition; null for the whole field. */
    static @Nullable Uint64 mask(final FieldMatch condition) {
        return condition.isExact() ? null : Uint64.fromLongBits(condition.maskLow());
    }

    /** The mask of a condition for a MAC address; null for the whole address. */
    static @Nullable MacAddress macMask(final FieldMatch condition) {
        return condition.isExact() ? null : Addresses.mac(condition.maskLow());
    }
}
