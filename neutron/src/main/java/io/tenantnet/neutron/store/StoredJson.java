/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.store;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;

/**
 * An object as Neutron sent it.
 *
 * @param id      its id, as it is stored
 * @param json    all of its keys
 * @param implied whether it is only known from inside another object
 */
public record StoredJson(String id, JsonObject json, boolean implied) {
    public StoredJson {
        requireNonNull(id);
        requireNonNull(json);
    }
}
