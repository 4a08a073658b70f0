/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The two ways in which cloud managers write a UUID. */
public final class Uuids {
    private static final Pattern DASHED =
        Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{32}");

    private Uuids() {
    }

    /** Reads a UUID with dashes (Neutron) or as 32 hexadecimal digits (ZStack); empty for any other text. */
    public static Optional<UUID> parse(final String text) {
        if (DASHED.matcher(text).matches()) {
            return Optional.of(UUID.fromString(text));
        }
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new UUID(Long.parseUnsignedLong(text, 0, 16, 16),
                Long.parseUnsignedLong(text, 16, 32, 16)));
        }
        return Optional.empty();
    }
}
