/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.json;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tenantnet.neutron.Ids;
import io.tenantnet.neutron.RequestException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The keys of one JSON object, read as what Neutron's API says they are. A key that is null is not there. Every method
 * throws {@link RequestException} where the value is of another type.
 *
 * @param name what messages call the object, for instance {@code port}
 * @param json the object
 */
public record Fields(String name, JsonObject json) {
    public Fields {
        requireNonNull(name);
        requireNonNull(json);
    }

    private Optional<JsonElement> value(final String key) {
        return Optional.ofNullable(json.get(key)).filter(value -> !value.isJsonNull());
    }

    /** A text that is not longer than so many characters. */
    public Optional<String> text(final String key, final int longest) {
        final var text = value(key).map(value -> text(key, value));
        text.filter(value -> value.codePointCount(0, value.length()) > longest).ifPresent(value -> {
            throw wrong(key, "is longer than " + longest + " characters");
        });
        return text;
    }

    /** A text of the length that Neutron allows most of its own. */
    public Optional<String> text(final String key) {
        return text(key, 255);
    }

    /** A text that says something: an empty one is not there. */
    public Optional<String> word(final String key) {
        return text(key).filter(text -> !text.isEmpty());
    }

    /** A true or false. */
    public Optional<Boolean> flag(final String key) {
        return value(key).map(value -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
                throw wrong(key, "is not true or false: " + shown(value));
            }
            return value.getAsBoolean();
        });
    }

    /** A whole number from 0 to the given one. */
    public Optional<Long> number(final String key, final long highest) {
        return value(key).map(value -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
                throw wrong(key, "is not a number: " + shown(value));
            }
            final var number = value.getAsBigDecimal();
            if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(highest)) > 0
                    || number.stripTrailingZeros().scale() > 0) {
                throw wrong(key, "is not a whole number in 0.." + highest + ": " + shown(value));
            }
            return number.longValue();
        });
    }

    /** A UUID in either spelling, as it is stored. An empty text is not there: Neutron has some of those. */
    public Optional<String> id(final String key) {
        return word(key).map(text -> Ids.canonical(text)
            .orElseThrow(() -> wrong(key, "is not a UUID: " + Texts.quote(text))));
    }

    /** An object. */
    public Optional<Fields> object(final String key) {
        return value(key).map(value -> object(key, value));
    }

    /** A list of objects; empty where the key is not there. */
    public List<Fields> objects(final String key) {
        return elements(key).stream().map(value -> object(key, value)).toList();
    }

    /** A list of texts; empty where the key is not there. */
    public List<String> texts(final String key) {
        return elements(key).stream().map(value -> text(key, value)).toList();
    }

    /** A name or a number, as text. */
    public Optional<String> nameOrNumber(final String key) {
        return value(key).map(value -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
            ? value.getAsString() : text(key, value)).filter(text -> !text.isEmpty());
    }

    /** A list of names or numbers, as texts; empty where the key is not there. */
    public List<String> namesOrNumbers(final String key) {
        return elements(key).stream().map(value -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
            ? value.getAsString() : text(key, value)).filter(text -> !text.isEmpty()).toList();
    }

    /** Any JSON, as text; a text is taken as the JSON that it holds. */
    public Optional<String> anything(final String key) {
        return value(key).map(value ->
            value.isJsonPrimitive() && value.getAsJsonPrimitive().isString() ? value.getAsString() : value.toString());
    }

    /** Says what is wrong with a key. */
    public RequestException wrong(final String key, final String why) {
        return RequestException.bad(name + ": " + key + " " + why);
    }

    private List<JsonElement> elements(final String key) {
        final var value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isJsonArray()) {
            throw wrong(key, "is not a list: " + shown(value.get()));
        }
        final var elements = new ArrayList<JsonElement>();
        StreamSupport.stream(value.get().getAsJsonArray().spliterator(), false)
            .filter(element -> !element.isJsonNull()).forEach(elements::add);
        return elements;
    }

    private Fields object(final String key, final JsonElement value) {
        if (!value.isJsonObject()) {
            throw wrong(key, "is not an object: " + shown(value));
        }
        return new Fields(name + " " + key, value.getAsJsonObject());
    }

    private String text(final String key, final JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw wrong(key, "is not a text: " + shown(value));
        }
        return value.getAsString();
    }

    private static String shown(final JsonElement value) {
        return value.isJsonObject() ? "an object" : value.isJsonArray() ? "a list" : Texts.quote(value.getAsString());
    }
}
