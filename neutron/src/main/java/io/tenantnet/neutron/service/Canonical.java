/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/** JSON of which equal things are equal: null is as good as absent, and the order of a list means nothing. */
final class Canonical {
    private Canonical() {
    }

    static JsonObject of(final JsonObject object) {
        final var result = new JsonObject();
        object.entrySet().stream().filter(entry -> !entry.getValue().isJsonNull())
            .sorted(Comparator.comparing(entry -> entry.getKey()))
            .forEach(entry -> result.add(entry.getKey(), of(entry.getValue())));
        return result;
    }

    private static JsonElement of(final JsonElement value) {
        if (value.isJsonObject()) {
            return of(value.getAsJsonObject());
        }
        if (!value.isJsonArray()) {
            return value;
        }
        final var result = new JsonArray();
        StreamSupport.stream(value.getAsJsonArray().spliterator(), false).map(Canonical::of)
            .sorted(Comparator.comparing(JsonElement::toString)).forEach(result::add);
        return result;
    }
}
