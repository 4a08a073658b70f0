/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came of the pings from one machine to another. */
public record Pings(String from, String to, int sent, int received, Set<Integer> lost, int longestGapMillis) {
    private static final Pattern LINE =
        Pattern.compile("(\\S+) (\\S+) \\S+ sent=(\\d+) received=(\\d+) lost=(\\S+) gap=(\\d+)");

    static Pings parse(final String line) {
        final Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new LabException("ping did not run: " + line);
        }
        final var lost = new TreeSet<Integer>();
        if (!"none".equals(matcher.group(5))) {
            Arrays.stream(matcher.group(5).split(",")).map(Integer::valueOf).forEach(lost::add);
        }
        return new Pings(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)),
            Integer.parseInt(matcher.group(4)), lost, Integer.parseInt(matcher.group(6)));
    }

    public boolean allAnswered() {
        return sent > 0 && received == sent;
    }

    /** Whether none but the first was lost, which may go while Open vSwitch resolves the other host's address. */
    public boolean allButFirstAnswered() {
        return received > 0 && (lost.isEmpty() || lost.equals(Set.of(1)));
    }

    public boolean noneAnswered() {
        return received == 0;
    }
}
