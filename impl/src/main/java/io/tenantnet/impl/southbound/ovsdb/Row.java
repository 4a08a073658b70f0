/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row of an OVSDB table (RFC 7047, section 3.2), independent of how it was read. Optional columns are sets of at most
 * one element in OVSDB; the accessors here do not tell such a set from its element.
 *
 * @param uuid    the row's UUID
 * @param columns the values by column: String (also for a UUID), Long, Double, Boolean, a Set of these or a Map of
 *                String to String
 */
record Row(String uuid, Map<String, Object> columns) {
    Row {
        columns = Map.copyOf(columns);
    }

    /** The text of a column; empty where the column is unset, unknown or holds an empty text. */
    Optional<String> text(final String column) {
        return texts(column).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** The elements of a column as text; a scalar is a set of one. */
    Set<String> texts(final String column) {
        final var value = columns.get(column);
        if (value == null) {
            return Set.of();
        }
        return value instanceof Set<?> set ? set.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
            : Set.of(value.toString());
    }

    /** The integer of a column; empty where the column is unset or holds something else. */
    OptionalLong number(final String column) {
        final var value = columns.get(column);
        final var element = value instanceof Set<?> set && set.size() == 1 ? set.iterator().next() : value;
        return element instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** The entries of a map column as text; none where the column is unset or unknown. */
    Map<String, String> entries(final String column) {
        return columns.get(column) instanceof Map<?, ?> map ? map.entrySet().stream().collect(Collectors
            .toUnmodifiableMap(entry -> entry.getKey().toString(), entry -> entry.getValue().toString())) : Map.of();
    }

    /** A value of a map column, such as external_ids; empty where the key is missing or its value is empty. */
    Optional<String> entry(final String column, final String key) {
        return columns.get(column) instanceof Map<?, ?> map && map.get(key) instanceof String text && !text.isEmpty()
            ? Optional.of(text) : Optional.empty();
    }

    /** The entries of a map column whose keys begin so, without those whose values are empty. */
    Map<String, String> entries(final String column, final String prefix) {
        return columns.get(column) instanceof Map<?, ?> map ? map.keySet().stream().map(Object::toString)
            .filter(key -> key.startsWith(prefix) && entry(column, key).isPresent())
            .collect(Collectors.toUnmodifiableMap(key -> key, key -> entry(column, key).orElseThrow())) : Map.of();
    }
}
