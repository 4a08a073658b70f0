/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The packets that flows of a host have counted. */
public record Counters(Lab lab, Host host) {
    private static final Pattern PACKETS = Pattern.compile("n_packets=(\\d+)");

    /** The sum of all flows whose line holds all of these texts. */
    public long sum(final String... texts) {
        return lab.exec(host.name(), "ovs-ofctl", "-O", "OpenFlow13", "dump-flows", "br-int").lines()
            .filter(line -> Arrays.stream(texts).allMatch(line::contains))
            .mapToLong(line -> PACKETS.matcher(line).results().mapToLong(found -> Long.parseLong(found.group(1))).sum())
            .sum();
    }
}
