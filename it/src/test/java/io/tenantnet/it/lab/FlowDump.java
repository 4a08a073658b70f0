/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The flows, groups and meters of br-int, sorted and without what differs from one moment to the next. */
public record FlowDump(String host, List<String> lines) {
    static FlowDump parse(final String host, final String dump) {
        return new FlowDump(host, dump.lines().sorted().toList());
    }

    /** The lines that mention a text, without regard to case. */
    public List<String> mentions(final String text) {
        return lines.stream().filter(line -> line.toLowerCase().contains(text.toLowerCase())).toList();
    }

    /** What stands in this dump alone and in the other alone, in the manner of diff; empty where they are the same. */
    public String difference(final FlowDump other) {
        final Predicate<String> here = line -> !other.lines.contains(line);
        final Predicate<String> there = line -> !lines.contains(line);
        return String.join("\n", Stream.concat(
            lines.stream().filter(here).map(line -> host + " - " + line),
            other.lines.stream().filter(there).map(line -> host + " + " + line)).toList());
    }
}
