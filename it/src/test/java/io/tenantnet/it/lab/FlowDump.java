/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * TenantNet's flows in br-int of a host, sorted, and without what differs between two switches that do the same: the
 * cookies, the names of tunnel ports, the numbers of tenant ports, the order of outputs to ports. What Genius programs for itself is left out: its
 * tags are counted up, not derived.
 */
public record FlowDump(String host, List<String> lines) {
    /** The high bits of every cookie of TenantNet. */
    private static final String OURS = "cookie=0x544e";
    private static final Pattern COOKIE = Pattern.compile("^cookie=0x[0-9a-f]+, ");
    private static final Pattern DELIVERIES = Pattern.compile("load:[^,]+,resubmit\\(,120\\)(,load:[^,]+,resubmit\\(,120\\))+");
    private static final Pattern OUTPUTS = Pattern.compile("output:[^,]+(,output:[^,]+)+");

    /**
     * Reads a dump.
     *
     * @param tunnels what to write for the names of tunnel ports
     */
    static FlowDump parse(final String host, final String dump, final Map<String, String> tunnels) {
        final var ours = dump.lines().filter(line -> line.startsWith(OURS)).toList();
        final var ports = PortNumbers.in(ours);
        return new FlowDump(host, ours.stream().map(line -> normal(ports.named(line), tunnels)).sorted().toList());
    }

    private static String normal(final String line, final Map<String, String> tunnels) {
        var normal = COOKIE.matcher(line).replaceFirst("");
        for (final var tunnel : tunnels.entrySet()) {
            normal = normal.replaceAll("(?<=in_port=|output:)\"?" + Pattern.quote(tunnel.getKey()) + "\"?(?=[, ]|$)",
                tunnel.getValue());
        }
        return sorted(DELIVERIES, "(?<=\\)),", sorted(OUTPUTS, ",", normal));
    }

    private static String sorted(final Pattern runs, final String separator, final String line) {
        return runs.matcher(line).replaceAll(run -> {
            final var parts = run.group().split(separator);
            Arrays.sort(parts);
            return Matcher.quoteReplacement(String.join(",", parts));
        });
    }

    /** The lines that mention a text, without regard to case. */
    public List<String> mentions(final String text) {
        final var wanted = text.toLowerCase(Locale.ROOT);
        return lines.stream().filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted)).toList();
    }

    /** What stands in this dump alone and in the other alone, in the manner of diff; empty where they are the same. */
    public String difference(final FlowDump other) {
        return String.join("\n", Stream.concat(
            lines.stream().filter(line -> !other.lines.contains(line)).map(line -> host + " - " + line),
            other.lines.stream().filter(line -> !lines.contains(line)).map(line -> host + " + " + line)).toList());
    }
}
