/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import com.google.gson.JsonParser;
import io.tenantnet.it.model.Machine;
import java.util.ArrayList;
import java.util.List;

/**
 * How much passes between machines, in Mbit/s of frames, which is what a meter counts; what passes at once after a pause, in
 * the first seconds, is left out.
 */
public record Throughput(Lab lab) {
    /** What TCP moves: iperf3 counts the 1,398 octets that a frame of 1,464 carries. */
    public double tcp(final Machine from, final Machine to) {
        return measured(from, to, "-t", "8", "-O", "3", "-J") * 1464 / 1398;
    }

    /** What arrives of 40 Mbit/s of UDP; frames of 1,342 octets carry 1,300. */
    public double udp(final Machine from, final Machine to) {
        return measured(from, to, "-u", "-b", "40M", "-l", "1300", "-t", "5", "-O", "2", "-J") * 1342 / 1300;
    }

    private double measured(final Machine from, final Machine to, final String... options) {
        final var words = new ArrayList<>(List.of("iperf", from.name(), to.name()));
        words.addAll(List.of(options));
        final var end = JsonParser.parseString(lab.run(words.toArray(String[]::new))).getAsJsonObject()
            .getAsJsonObject("end");
        return end.getAsJsonObject("sum_received").get("bits_per_second").getAsDouble() / 1_000_000;
    }
}
