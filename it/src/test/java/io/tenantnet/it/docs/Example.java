/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.docs;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command of a page, and what the comment below it says of the answer: {@code # 409}, {@code # {"a": 1}} or both.
 *
 * @param line    where the command begins in its file, counted from 1
 * @param command as the page has it; it may be of several lines
 * @param status  HTTP's, of every curl in it; empty: any success
 * @param answer  JSON that the answer holds, in the sense of {@link Holds}
 */
record Example(int line, String command, Optional<Integer> status, Optional<JsonElement> answer) {
    private static final Pattern STATED = Pattern.compile("(?:([1-5]\\d\\d)\\b)?\\s*(.*)", Pattern.DOTALL);

    /**
     * Reads the comment below a command.
     *
     * @param comment its lines without their number signs
     * @throws JsonParseException if it begins as JSON and is none
     */
    static Example of(final int line, final String command, final String comment) {
        final var stated = STATED.matcher(comment.strip());
        stated.matches();
        final var text = stated.group(2);
        return new Example(line, command, Optional.ofNullable(stated.group(1)).map(Integer::valueOf),
            text.startsWith("{") || text.startsWith("[") ? Optional.of(JsonParser.parseString(text)) : Optional.empty());
    }
}
