/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.json;

import java.util.stream.Collectors;

/** Texts from outside, in messages. */
public final class Texts {
    private static final int LONGEST = 80;

    private Texts() {
    }

    /** Quotes and shortens a text, so that it stays on its line in a message or log. */
    public static String quote(final String text) {
        return "'" + visible(text) + "'";
    }

    static String visible(final String text) {
        final var visible = text.codePoints().limit(LONGEST)
            .map(point -> isPlain(point) ? point : '?')
            .mapToObj(Character::toString).collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > LONGEST ? visible + "..." : visible;
    }

    /** Whether a text can be shown by every northbound: XML 1.0 knows no control characters but three. */
    static boolean isStorable(final String text) {
        return text.codePoints().allMatch(point -> isPlain(point) || point == '\t' || point == '\n' || point == '\r');
    }

    private static boolean isPlain(final int point) {
        return !Character.isISOControl(point) && point != 0xfffe && point != 0xffff
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
