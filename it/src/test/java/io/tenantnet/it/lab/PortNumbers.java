/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenFlow numbers of tenant ports, which Open vSwitch gives in the order in which ports come, and where flows hold
 * them: in bits 45..60 of the metadata, in registers 4 and 7, and in the lower half of a meter's identifier.
 *
 * @param names by number, the port's name
 */
record PortNumbers(Map<Long, String> names) {
    private static final Pattern DELIVERY = Pattern.compile("reg7=0x([0-9a-f]+) actions=output:\"?([^\",]+)\"?");
    private static final Pattern METADATA =
        Pattern.compile("metadata[=:]0x([0-9a-f]+)/0x1ffffff(?:e00000000|f0fffffff)");
    private static final Pattern REGISTER = Pattern.compile("(reg7=|load:)0x([0-9a-f]+)(?= |,|->NXM_NX_REG[47]\\[)");
    private static final Pattern METER = Pattern.compile("meter:(\\d+)");
    private static final int SHIFT = 45;
    private static final int METER_SHIFT = 16;

    /** The numbers that the flows of a switch tell, in the table that hands packets over to ports. */
    static PortNumbers in(final List<String> flows) {
        final Map<Long, String> names = new HashMap<>();
        for (final var flow : flows) {
            final var delivery = DELIVERY.matcher(flow);
            if (delivery.find()) {
                names.put(Long.parseLong(delivery.group(1), 16), delivery.group(2));
            }
        }
        return new PortNumbers(names);
    }

    /** A flow with the ports' names in place of their numbers. */
    String named(final String flow) {
        final var metadata = METADATA.matcher(flow).replaceAll(match -> {
            final long value = Long.parseLong(match.group(1), 16);
            final var name = names.get(value >>> SHIFT);
            return Matcher.quoteReplacement(name == null ? match.group()
                : "metadata port " + name + " network 0x" + Long.toHexString(value & (1L << SHIFT) - 1));
        });
        final var registers = REGISTER.matcher(metadata).replaceAll(this::register);
        return METER.matcher(registers).replaceAll(this::meter);
    }

    private String meter(final MatchResult match) {
        final long id = Long.parseLong(match.group(1));
        final var name = names.get(id & (1L << METER_SHIFT) - 1);
        return Matcher.quoteReplacement(name == null ? match.group()
            : "meter:0x" + Long.toHexString(id >>> METER_SHIFT) + " of " + name);
    }

    private String register(final MatchResult match) {
        final var name = names.get(Long.parseLong(match.group(2), 16));
        return Matcher.quoteReplacement(name == null ? match.group() : match.group(1) + name);
    }
}
