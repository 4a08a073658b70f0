/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tenantnet.neutron.Ids;
import io.tenantnet.neutron.RequestException;
import io.tenantnet.neutron.json.Texts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a list is to hold: {@code name=a&name=b&admin_state_up=true&fields=id&limit=10&marker=ID&page_reverse=true}.
 * Values of one key are alternatives; all keys have to hold.
 *
 * @param filters by key, the values of which one has to be the object's
 * @param fields  the keys to be shown; all where empty
 * @param limit   the most objects of a page
 * @param marker  the object next to the page
 * @param reverse whether the page is the one before the marker
 */
public record Query(Map<String, List<String>> filters, Set<String> fields, Optional<Integer> limit,
        Optional<String> marker, boolean reverse) {
    private static final Set<String> RESERVED =
        Set.of("fields", "limit", "marker", "page_reverse", "sort_key", "sort_dir");

    /**
     * Reads a query.
     *
     * @param parameters the parameters of the request's address
     * @throws RequestException if limit is no number, or marker no UUID
     */
    public static Query of(final Map<String, String[]> parameters) {
        final var filters = new HashMap<String, List<String>>();
        parameters.forEach((key, values) -> {
            if (!RESERVED.contains(key)) {
                filters.put(key, List.of(values));
            }
        });
        return new Query(Map.copyOf(filters),
            Arrays.stream(parameters.getOrDefault("fields", new String[0]))
                .flatMap(list -> Arrays.stream(list.split(","))).filter(field -> !field.isBlank())
                .collect(Collectors.toUnmodifiableSet()),
            first(parameters, "limit").map(Query::limit).filter(limit -> limit > 0),
            first(parameters, "marker").map(marker -> Ids.canonical(marker)
                .orElseThrow(() -> RequestException.bad("marker is not a UUID: " + Texts.quote(marker)))),
            first(parameters, "page_reverse").filter("true"::equalsIgnoreCase).isPresent());
    }

    private static Optional<String> first(final Map<String, String[]> parameters, final String key) {
        return Optional.ofNullable(parameters.get(key)).filter(values -> values.length > 0).map(values -> values[0]);
    }

    private static int limit(final String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw RequestException.bad("limit is not a number of objects: " + Texts.quote(text));
        }
        return Integer.parseInt(text);
    }

    boolean takes(final JsonObject object) {
        return filters.entrySet().stream().allMatch(filter ->
            filter.getValue().stream().anyMatch(wanted -> isEqual(object.get(filter.getKey()), wanted)));
    }

    private static boolean isEqual(final JsonElement value, final String wanted) {
        if (value == null || value.isJsonNull()) {
            return wanted.isEmpty();
        }
        if (!value.isJsonPrimitive()) {
            return value.toString().equals(wanted);
        }
        final var text = value.getAsString();
        // Python writes True and False, and a UUID has two spellings.
        return text.equals(wanted) || value.getAsJsonPrimitive().isBoolean() && text.equalsIgnoreCase(wanted)
            || Ids.canonical(text).isPresent() && Ids.canonical(text).equals(Ids.canonical(wanted));
    }

    JsonObject shown(final JsonObject object) {
        if (fields.isEmpty()) {
            return object;
        }
        final var shown = new JsonObject();
        object.entrySet().stream().filter(entry -> fields.contains(entry.getKey()))
            .forEach(entry -> shown.add(entry.getKey(), entry.getValue()));
        return shown;
    }
}
