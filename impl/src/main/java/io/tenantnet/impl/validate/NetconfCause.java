/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.netconf.api.DocumentedException;
import org.opendaylight.netconf.api.NetconfDocumentedException;

/**
 * Makes the exception from which RESTCONF of RFC 8040 takes what it tells the sender of a refused transaction. Its
 * class comes with RESTCONF: without it there is none, and nobody who would look for it.
 */
final class NetconfCause {
    private NetconfCause() {
    }

    static @Nullable Throwable of(final String message, final ErrorTag tag) {
        try {
            return Holder.make(message, tag);
        } catch (NoClassDefFoundError e) {
            return null;
        }
    }

    /** A class of its own, so that the absence of the other shows here and not earlier. */
    private static final class Holder {
        static Throwable make(final String message, final ErrorTag tag) {
            final var cause = new NetconfDocumentedException(message, DocumentedException.ErrorType.APPLICATION,
                DocumentedException.ErrorTag.from(tag.toString()), DocumentedException.ErrorSeverity.ERROR);
            cause.setStackTrace(new StackTraceElement[0]);
            return cause;
        }
    }
}
