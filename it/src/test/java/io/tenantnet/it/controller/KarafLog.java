/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.controller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The controller's log, searched for what must not be there. */
public final class KarafLog {
    private static final Pattern FIRST_LINE = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT.*");
    private static final String OURS = "io.tenantnet";
    /** What a refused request ends with: OpenDaylight logs it as an error of the transaction's. */
    private static final String REFUSAL = "io.tenantnet.impl.validate.RefusedException: ";
    /** Who asked did not wait for the answer: no fault of the web bundle, through which every request passes. */
    private static final String HUNG_UP = "org.eclipse.jetty.io.EofException";
    private static final String WEB_FRAME = "\tat io.tenantnet.web.";
    /** A step of a stack trace; every request passes through the web bundle, also one that RESTCONF refuses. */
    private static final Pattern OUR_FRAME = Pattern.compile("\n\tat io\\.tenantnet\\.(?!web\\.)");

    private final Path file;
    private int seen;

    public KarafLog(final Path file) {
        this.file = file;
    }

    /** The entries since the last call that are errors of ours or hold a stack trace that passes through our code. */
    public List<String> newFaults() {
        final var entries = entries();
        final var faults = entries.subList(Math.min(seen, entries.size()), entries.size()).stream()
            .filter(KarafLog::isFault).toList();
        seen = entries.size();
        return faults;
    }

    /** How many entries say a text. */
    public long count(final String text) {
        return entries().stream().filter(entry -> entry.contains(text)).count();
    }

    private static boolean isFault(final String entry) {
        final boolean hungUp = entry.contains(HUNG_UP);
        return entry.contains("| ERROR |") && entry.lines().anyMatch(line -> isOurs(line, hungUp))
            || OUR_FRAME.matcher(entry).find();
    }

    private static boolean isOurs(final String line, final boolean hungUp) {
        return line.contains(OURS) && !line.contains(REFUSAL) && !(hungUp && line.startsWith(WEB_FRAME));
    }

    private List<String> entries() {
        if (!Files.exists(file)) {
            return List.of();
        }
        final var entries = new ArrayList<String>();
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> {
                if (entries.isEmpty() || FIRST_LINE.matcher(line).matches()) {
                    entries.add(line);
                } else {
                    entries.set(entries.size() - 1, entries.get(entries.size() - 1) + "\n" + line);
                }
            });
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
