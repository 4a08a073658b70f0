/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static java.util.Objects.requireNonNull;

/** A request that is not carried out. The message is for the person who sent it. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as HTTP's status. */
    private final int status;

    private RequestException(final int status, final String message) {
        // No stack: the message says all there is to say, and a refusal is no fault of the program.
        super(requireNonNull(message), null, false, false);
        this.status = status;
    }

    /** The request cannot be meant. */
    public static RequestException bad(final String message) {
        return new RequestException(400, message);
    }

    /** There is no such object or collection. */
    public static RequestException unknown(final String message) {
        return new RequestException(404, message);
    }

    /** The collection or object does not know the method. */
    public static RequestException notAllowed(final String message) {
        return new RequestException(405, message);
    }

    /** What is stored contradicts the request. */
    public static RequestException conflict(final String message) {
        return new RequestException(409, message);
    }

    /** The request is larger than is read. */
    public static RequestException tooLarge(final String message) {
        return new RequestException(413, message);
    }

    /** The datastore does not answer; the same request may succeed later. */
    public static RequestException unavailable(final String message) {
        return new RequestException(503, message);
    }

    /** HTTP's status. */
    public int status() {
        return status;
    }
}
