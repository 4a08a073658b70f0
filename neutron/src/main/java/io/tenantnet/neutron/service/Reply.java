/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * The answer to a request that was carried out.
 *
 * @param status HTTP's status
 * @param body   what is sent back
 */
public record Reply(int status, Optional<JsonObject> body) {
    public Reply {
        requireNonNull(body);
    }

    static Reply of(final int status, final JsonObject body) {
        return new Reply(status, Optional.of(body));
    }
}
