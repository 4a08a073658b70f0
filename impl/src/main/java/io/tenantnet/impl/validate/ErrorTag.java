/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

/** The error tags of RFC 6241 with which changes are refused, and the HTTP status that RFC 8040 gives them. */
enum ErrorTag {
    /** A leaf holds what cannot be meant: 400. */
    INVALID_VALUE("invalid-value"),
    /** It is taken by another object: 409. */
    IN_USE("in-use"),
    /** The change could not be looked at: 500. */
    OPERATION_FAILED("operation-failed");

    private final String text;

    ErrorTag(final String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
