/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNull;

import java.util.stream.Collectors;

/**
 * Says that a leaf of the tenant model holds what cannot be meant. The message names the object, the leaf and the value
 * and is made for the person who sent the request, for instance
 * <pre>port 52dc...: mac-address 'ff:ff:ff:ff:ff:ff' is a broadcast address</pre>
 */
public final class InvalidLeafException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_VALUE = 80;

    private InvalidLeafException(final String message) {
        // No stack: the message says all there is to say, and a refusal is no fault of the program.
        super(message, null, false, false);
    }

    /**
     * For a leaf with a wrong value.
     *
     * @param object the object, as kind and uuid
     * @param leaf   the leaf's name, after that of the list it is in, if any
     * @param value  its value; a long one is shortened in the message
     * @param why    what is wrong with it, to be read after the value
     */
    public InvalidLeafException(final String object, final String leaf, final String value, final String why) {
        this(requireNonNull(object) + ": " + requireNonNull(leaf) + " " + quote(value) + " " + requireNonNull(why));
    }

    /**
     * For a leaf that is not there.
     *
     * @param object the object, as kind and uuid
     * @param leaf   the leaf's name
     * @param why    why it is needed; empty where it always is
     * @return the exception, not thrown yet
     */
    public static InvalidLeafException missing(final String object, final String leaf, final String why) {
        return new InvalidLeafException(requireNonNull(object) + ": " + requireNonNull(leaf) + " is missing"
            + (why.isEmpty() ? "" : ": " + why));
    }

    /** Quotes a value that may be anything, so that it stays on its line in a message or log. */
    public static String quote(final String value) {
        final var visible = value.codePoints().limit(LONGEST_VALUE)
            .map(point -> Character.isISOControl(point) ? '?' : point)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("", "'", ""));
        return visible + (value.codePointCount(0, value.length()) > LONGEST_VALUE ? "...'" : "'");
    }
}
