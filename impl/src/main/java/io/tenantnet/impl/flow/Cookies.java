/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * The cookies of TenantNet's flows: the letters TN in the upper 16 bits tell them from all others, the lower 48 are a
 * hash of all that the flow says. So a flow that is read back need not have its actions decoded to tell whether it is
 * the one that is wanted, and a change of any part of it shows.
 */
public final class Cookies {
    /** The bits that tell whose a flow is. */
    public static final long OWNER_MASK = 0xffff_0000_0000_0000L;
    /** The value of those bits in TenantNet's flows. */
    public static final long OWNER = 0x544e_0000_0000_0000L;

    private Cookies() {
    }

    /** Whether a flow with that cookie is TenantNet's. */
    public static boolean isOurs(final long cookie) {
        return (cookie & OWNER_MASK) == OWNER;
    }

    static long stamp(final FlowKey key, final Instructions instructions) {
        // Must be the same after a restart and in another version of Java, so no hashCode().
        final long hash = Hashing.farmHashFingerprint64()
            .hashString(key + " " + instructions, StandardCharsets.UTF_8).asLong();
        return OWNER | hash & ~OWNER_MASK;
    }
}
