/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tenantnet.neutron.RequestException;
import io.tenantnet.neutron.json.Limits;
import io.tenantnet.neutron.map.Resource;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The objects of a request, out of their envelope: {@code {"network": {}}}, {@code {"networks": [{}]}} or, as the v1
 * driver has it for one of several, {@code {"network": [{}]}}.
 *
 * @param objects the objects
 * @param bulk    whether they came in a list
 */
record Body(List<JsonObject> objects, boolean bulk) {
    static Body of(final Resource resource, final JsonElement body, final Limits limits) {
        if (!body.isJsonObject()) {
            throw RequestException.bad("The body is not an object with the key " + resource.key() + " or "
                + resource.plural());
        }
        final var content = content(resource, body.getAsJsonObject());
        if (content.isJsonObject()) {
            return new Body(List.of(checked(resource, content, limits)), false);
        }
        if (!content.isJsonArray()) {
            throw RequestException.bad(resource.key() + " is neither an object nor a list of objects");
        }
        return new Body(StreamSupport.stream(content.getAsJsonArray().spliterator(), false)
            .map(element -> checked(resource, element, limits)).toList(), true);
    }

    private static JsonElement content(final Resource resource, final JsonObject body) {
        for (final var key : List.of(resource.key(), resource.plural())) {
            // Some drivers name the key like the path, with dashes.
            for (final var spelling : List.of(key, key.replace('_', '-'))) {
                if (body.has(spelling)) {
                    return body.get(spelling);
                }
            }
        }
        throw RequestException.bad("The body has neither the key " + resource.key() + " nor " + resource.plural());
    }

    private static JsonObject checked(final Resource resource, final JsonElement element, final Limits limits) {
        if (!element.isJsonObject()) {
            throw RequestException.bad(resource.key() + " is not an object");
        }
        if (element.toString().length() > limits.object()) {
            throw RequestException.tooLarge("A " + resource.key() + " is longer than " + limits.object()
                + " characters");
        }
        return element.getAsJsonObject();
    }

    /** Objects in the envelope in which these came. */
    JsonObject envelope(final Resource resource, final List<JsonObject> answers) {
        final var envelope = new JsonObject();
        if (bulk) {
            final var list = new JsonArray();
            answers.forEach(list::add);
            envelope.add(resource.plural(), list);
        } else {
            envelope.add(resource.key(), answers.get(0));
        }
        return envelope;
    }
}
