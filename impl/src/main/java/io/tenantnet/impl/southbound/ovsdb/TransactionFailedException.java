/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

/** A transaction was refused by a host, or its outcome never became known. The message is for an operator. */
final class TransactionFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    TransactionFailedException(final String message) {
        super(message);
    }
}
