/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.config.InvalidLeafException;

/** Says that a leaf, good in itself, cannot go together with another object. The message names both objects. */
final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * For a leaf.
     *
     * @param object the object, as kind and uuid
     * @param leaf   the leaf's name
     * @param value  its value
     * @param why    what it conflicts with, to be read after the value
     */
    ConflictException(final String object, final String leaf, final Object value, final String why) {
        // No stack, for the same reason as in InvalidLeafException.
        super(object + ": " + leaf + " " + InvalidLeafException.quote(value.toString()) + " " + why, null, false,
            false);
    }
}
