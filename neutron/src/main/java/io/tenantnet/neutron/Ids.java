/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two spellings of a UUID, with dashes and without, in either case. Objects are stored under one of them: with
 * dashes and in lower case.
 */
public final class Ids {
    private static final Pattern DASHED =
        Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern PLAIN =
        Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    private Ids() {
    }

    /** The UUID as it is stored; empty for a text that is none. */
    public static Optional<String> canonical(final String text) {
        if (text.length() > 36) {
            return Optional.empty();
        }
        final var lower = text.toLowerCase(Locale.ROOT);
        if (DASHED.matcher(lower).matches()) {
            return Optional.of(lower);
        }
        final var plain = PLAIN.matcher(lower);
        return plain.matches() ? Optional.of(plain.replaceFirst("$1-$2-$3-$4-$5")) : Optional.empty();
    }
}
