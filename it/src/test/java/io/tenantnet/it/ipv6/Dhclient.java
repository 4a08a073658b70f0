/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.ipv6;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Lab;
import io.tenantnet.it.model.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * ISC's DHCPv6 client inside a machine.
 *
 * @param lab       the laboratory
 * @param machine   the machine
 * @param directory where the client keeps its leases
 */
record Dhclient(Lab lab, Machine machine, Path directory) {
    private static final String EVENTS = Path.of("lab", "dhclient6.script").toAbsolutePath().toString();

    private List<String> command(final String... words) {
        final var command = new ArrayList<>(List.of("dhclient", "-6", "-v", "-sf", EVENTS, "-e",
            "EVENTS=" + directory.resolve("events"), "-lf", directory.resolve("leases").toString(), "-pf",
            directory.resolve("pid").toString(), "-cf", directory.resolve("conf").toString()));
        command.addAll(List.of(words));
        command.add("eth0");
        return command;
    }

    /** A client that goes on until {@link #end}. */
    void start(final String... words) {
        final var spawn = new ArrayList<>(List.of("spawn", machine.name(), tag()));
        spawn.addAll(command("-d"));
        spawn.addAll(spawn.size() - 1, List.of(words));
        lab.run(spawn.toArray(String[]::new));
    }

    /** Gives the address back; ends the client. */
    void release() {
        final var exec = new ArrayList<>(List.of("exec", machine.name()));
        exec.addAll(command("-d", "-r"));
        lab.run(exec.toArray(String[]::new));
    }

    /** Until the client has told of an event in whose line there is a text; returns the first such line. */
    String awaitEvent(final String text) {
        Await.none(machine.name() + ": " + text, Bench.SETTLE, () -> events(text).isEmpty()
            ? Stream.concat(events("").stream(), lab.run("log", tag()).lines()).toList() : List.of());
        return events(text).get(0);
    }

    private List<String> events(final String text) {
        final var shown = lab.attempt("exec", machine.name(), "cat", directory.resolve("events").toString());
        return shown.output().lines().filter(line -> line.contains(text)).toList();
    }

    void end() {
        lab.run("kill", tag(), "TERM");
    }

    private String tag() {
        return "dhclient-" + machine.name();
    }
}
