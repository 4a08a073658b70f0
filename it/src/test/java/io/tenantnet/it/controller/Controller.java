/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.controller;

import io.tenantnet.it.lab.Clock;
import io.tenantnet.it.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** TenantNet's Karaf in the laboratory, run from a copy of the distribution. */
public final class Controller implements AutoCloseable {
    private static final Path ASSEMBLY = Path.of("..", "karaf-distribution", "target", "assembly");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d");

    private final Lab lab;
    private final Path home = Path.of("target", "karaf");
    private final KarafLog log = new KarafLog(home.resolve("data").resolve("log").resolve("karaf.log"));
    private boolean running;

    /** Ready to start with no data; an earlier run's copy is removed. */
    public Controller(final Lab lab) {
        this.lab = lab;
        if (Files.exists(home)) {
            try (var tree = Files.walk(home)) {
                tree.sorted(Comparator.reverseOrder()).forEach(Controller::delete);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void delete(final Path path) {
        try {
            Files.delete(path);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, with the data of the last time if there was one, and waits until it answers. */
    public void start() {
        lab.run("controller", "start", ASSEMBLY.toString(), home.toString());
        running = true;
        awaitReady();
    }

    /** Until both southbound ports listen and RESTCONF knows the tenant model. */
    public void awaitReady() {
        lab.run("controller", "wait", "300");
    }

    public void stop() {
        running = false;
        lab.run("controller", "stop");
    }

    /** Ends it without warning, as a power cut would. */
    public void kill() {
        running = false;
        lab.run("controller", "kill");
    }

    public Clock clock() {
        return new Clock(lab, "ctl");
    }

    /** What its clock on the wall says. */
    public LocalTime wallTime() {
        final var printed = command("shell:date");
        return TIME.matcher(printed).results().findFirst().map(time -> LocalTime.parse(time.group()))
            .orElseThrow(() -> new IllegalStateException(printed));
    }

    /** Runs a command on Karaf's console. */
    public String command(final String command) {
        return lab.run("controller", "console", command);
    }

    /** What its threads are doing, as jcmd prints it, and what it wrote to the error stream. */
    public String threads() {
        return lab.run("controller", "threads");
    }

    public Rest rest() {
        return new Rest(lab.run("access").strip());
    }

    /** What the log holds since the last call that must not be there. */
    public List<String> newFaults() {
        return log.newFaults();
    }

    /** How many entries of the log say a text. */
    public long logged(final String text) {
        return log.count(text);
    }

    @Override
    public void close() {
        if (running) {
            stop();
        }
    }
}
