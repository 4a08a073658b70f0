/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page of the documentation.
 *
 * @param file     where it is
 * @param after    the page beside it whose examples it builds on
 * @param examples the commands of its blocks of bash, in order
 */
record Page(Path file, Optional<String> after, List<Example> examples) {
    private static final Pattern AFTER = Pattern.compile("<!-- examples after (\\S+\\.md) -->");

    /** Reads a page; {@code shell} tells whether a text is a complete command. */
    static Page read(final Path file, final Shell shell) {
        try {
            final var text = Files.readString(file);
            return new Page(file, AFTER.matcher(text).results().map(found -> found.group(1)).findFirst(),
                new Reader(shell).read(text.lines().toList()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final RuntimeException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** Whether it has commands that may change a host. */
    boolean changesHost() {
        return examples.stream().anyMatch(example -> example.command().contains("ovs-"));
    }

    /** Takes the lines of a page apart. */
    private static final class Reader {
        private final Shell shell;
        private final List<Example> examples = new ArrayList<>();
        private final StringBuilder command = new StringBuilder();
        private final StringBuilder comment = new StringBuilder();
        private int begin;
        private boolean complete;

        Reader(final Shell shell) {
            this.shell = shell;
        }

        List<Example> read(final List<String> lines) {
            boolean inside = false;
            for (int index = 0; index < lines.size(); index++) {
                final var line = lines.get(index);
                if (inside && line.equals("```")) {
                    finish();
                    inside = false;
                } else if (inside) {
                    take(line, index + 1);
                } else {
                    inside = line.equals("```bash");
                }
            }
            return List.copyOf(examples);
        }

        private void take(final String line, final int number) {
            if (!command.isEmpty() && !complete) {
                extend("\n" + line);
            } else if (complete && line.startsWith("#")) {
                comment.append(line.substring(1)).append('\n');
            } else {
                finish();
                if (!line.isBlank() && !line.startsWith("#")) {
                    begin = number;
                    extend(line);
                }
            }
        }

        private void extend(final String text) {
            command.append(text);
            complete = !text.endsWith("\\") && shell.isComplete(command.toString());
        }

        private void finish() {
            if (!command.isEmpty()) {
                examples.add(Example.of(begin, command.toString(), comment.toString()));
            }
            command.setLength(0);
            comment.setLength(0);
            complete = false;
        }
    }
}
