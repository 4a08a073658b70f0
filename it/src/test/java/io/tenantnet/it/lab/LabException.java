/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

/** A verb of the laboratory failed; the message holds what it printed. */
public final class LabException extends RuntimeException {
    LabException(final String message) {
        super(message);
    }

    LabException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
