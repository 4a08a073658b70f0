/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static java.util.Objects.requireNonNull;

import org.opendaylight.mdsal.common.api.TransactionCommitFailedException;
import org.opendaylight.yangtools.yang.common.RpcError;
import org.opendaylight.yangtools.yang.common.RpcError.ErrorType;
import org.opendaylight.yangtools.yang.common.RpcResultBuilder;

/**
 * Refuses a transaction. RESTCONF of draft 02 shows its sender the RPC error in it, RESTCONF of RFC 8040 its cause.
 */
final class RefusedException extends TransactionCommitFailedException {
    private static final long serialVersionUID = 1L;

    RefusedException(final String message, final ErrorTag tag) {
        super(requireNonNull(message), NetconfCause.of(message, tag), error(message, tag));
    }

    private static RpcError error(final String message, final ErrorTag tag) {
        return RpcResultBuilder.newError(ErrorType.APPLICATION, tag.toString(), message);
    }

    /** No stack: the message says all there is to say, and the datastore logs it several times over. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return getMessage();
    }

    /** What is sent to another member of a cluster: classes that every member has and may read. */
    private Object writeReplace() {
        return new TransactionCommitFailedException(getMessage(), getErrorList().toArray(RpcError[]::new));
    }
}
