/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.web;

import static java.util.Objects.requireNonNull;

import io.tenantnet.neutron.RequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

/** Reads the bodies of requests, but not more of them than is good. */
final class RequestBody {
    private static final int BUFFER = 8192;
    /** A client that is still sending does not see an answer: what it sends too much is thrown away, up to this. */
    private static final long MOST_DISCARDED = 100_000_000;

    private final int limit;

    RequestBody(final int limit) {
        this.limit = limit;
    }

    byte[] read(final HttpServletRequest request) throws IOException {
        final var input = requireNonNull(request.getInputStream());
        final var body = new ByteArrayOutputStream();
        final var buffer = new byte[BUFFER];
        long read = 0;
        for (int count = input.read(buffer); count >= 0 && read <= MOST_DISCARDED; count = input.read(buffer)) {
            read += count;
            if (read <= limit) {
                body.write(buffer, 0, count);
            } else {
                body.reset();
            }
        }
        if (read > limit) {
            throw RequestException.tooLarge("The body is longer than " + limit + " bytes");
        }
        return body.toByteArray();
    }
}
