/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.docs;

import com.google.gson.JsonElement;
import java.util.stream.StreamSupport;

/**
 * Whether an answer holds what a page states: each key that is stated with its value, each stated element of a list in any
 * place, each text to the letter, or as far as it goes where it ends in three dots.
 */
final class Holds {
    private static final String DOTS = "...";

    private Holds() {
        // Not to be made.
    }

    static boolean all(final JsonElement answer, final JsonElement stated) {
        if (stated.isJsonObject()) {
            return answer.isJsonObject() && stated.getAsJsonObject().entrySet().stream().allMatch(entry ->
                answer.getAsJsonObject().has(entry.getKey())
                    && all(answer.getAsJsonObject().get(entry.getKey()), entry.getValue()));
        }
        if (stated.isJsonArray()) {
            return answer.isJsonArray() && StreamSupport.stream(stated.getAsJsonArray().spliterator(), false)
                .allMatch(element -> StreamSupport.stream(answer.getAsJsonArray().spliterator(), false)
                    .anyMatch(candidate -> all(candidate, element)));
        }
        if (stated.isJsonPrimitive() && stated.getAsString().endsWith(DOTS)) {
            final var text = stated.getAsString();
            return answer.isJsonPrimitive()
                && answer.getAsString().startsWith(text.substring(0, text.length() - DOTS.length()));
        }
        return answer.equals(stated);
    }
}
