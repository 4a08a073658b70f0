/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.json;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.tenantnet.neutron.RequestException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON (RFC 8259) from people who may mean harm. Gson's own tree reader takes many texts that are not JSON, takes
 * the last of two equal keys, and overflows the stack on deep nesting; this one refuses all three. Used by one thread,
 * for one text.
 */
public final class JsonText {
    private final JsonReader reader;
    private final Limits limits;
    private int left;

    private JsonText(final String text, final Limits limits) {
        reader = new JsonReader(new StringReader(text));
        this.limits = limits;
        left = limits.values();
    }

    /**
     * Reads one JSON value.
     *
     * @param utf8   the text
     * @param limits what is refused for its size
     * @return the value
     * @throws RequestException if the bytes are not UTF-8 or not JSON, or more than the limits
     */
    public static JsonElement parse(final byte[] utf8, final Limits limits) {
        requireNonNull(limits);
        final String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw RequestException.bad("The body is not UTF-8");
        }
        return parse(text, limits);
    }

    /** Reads one JSON value that is text already; as {@link #parse(byte[], Limits)} otherwise. */
    public static JsonElement parse(final String text, final Limits limits) {
        if (text.isBlank()) {
            throw RequestException.bad("The body is empty; JSON was expected");
        }
        final var json = new JsonText(text, limits);
        try {
            final var value = json.value(0);
            if (json.reader.peek() != JsonToken.END_DOCUMENT) {
                throw RequestException.bad("The body goes on after the end of its JSON value");
            }
            return value;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw RequestException.bad("The body is not JSON: wrong " + json.where());
        }
    }

    private String where() {
        // Gson tells the place in the text of its readers alone: "JsonReader at line 1 column 5 path $.network".
        return Texts.visible(reader.toString().replaceFirst("^\\S+ ", ""));
    }

    private JsonElement value(final int depth) throws IOException {
        if (left-- == 0) {
            throw RequestException.tooLarge("The body holds more than " + limits.values() + " values");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(deeper(depth));
            case BEGIN_ARRAY -> array(deeper(depth));
            case STRING -> new JsonPrimitive(checked(reader.nextString()));
            case NUMBER -> new JsonPrimitive(Numbers.parse(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new IllegalStateException();
        };
    }

    private int deeper(final int depth) {
        if (depth == limits.depth()) {
            throw RequestException.bad("The body is nested more than " + limits.depth() + " deep");
        }
        return depth + 1;
    }

    private JsonObject object(final int depth) throws IOException {
        final var object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            final var key = checked(reader.nextName());
            if (object.has(key)) {
                throw RequestException.bad("The body has the key " + Texts.quote(key) + " twice in one object");
            }
            object.add(key, value(depth));
        }
        reader.endObject();
        return object;
    }

    private JsonArray array(final int depth) throws IOException {
        final var array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(depth));
        }
        reader.endArray();
        return array;
    }

    private static String checked(final String text) {
        if (!Texts.isStorable(text)) {
            throw RequestException.bad("The body holds a text with a control character or half a surrogate pair: "
                + Texts.quote(text));
        }
        return text;
    }
}
