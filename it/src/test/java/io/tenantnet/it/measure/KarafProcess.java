/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import io.tenantnet.it.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The controller's Java process, as this machine sees it. */
final class KarafProcess {
    /** Of the kernel's clock in /proc, which is the same on all machines that run this. */
    private static final int MILLIS_PER_TICK = 10;

    private final Lab lab;

    KarafProcess(final Lab lab) {
        this.lab = lab;
    }

    private String pid() {
        return lab.run("controller", "pid").strip();
    }

    /** How much time on a processor it has taken, in user and kernel mode. */
    long cpuMillis() {
        try {
            final var stat = Files.readString(Path.of("/proc", pid(), "stat"));
            final var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
        } catch (final IOException e) {
            throw new UncheckedIOException("no Karaf", e);
        }
    }

    /** The heap in use after a full collection, in megabytes. */
    long heapAfterCollection() {
        jdk("jcmd", pid(), "GC.run");
        // Survivor spaces, eden, old generation in use; see jstat(1).
        final var lines = jdk("jstat", "-gc", pid()).lines().toList();
        final var names = Arrays.asList(lines.get(0).strip().split("\\s+"));
        final var values = lines.get(1).strip().split("\\s+");
        double kilobytes = 0;
        for (final var name : new String[] {"S0U", "S1U", "EU", "OU"}) {
            kilobytes += Double.parseDouble(values[names.indexOf(name)]);
        }
        return Math.round(kilobytes / 1024);
    }

    /** What the heap holds: the classes of most bytes first, a line each, as jcmd prints them. */
    List<String> largestClasses(final int classes) {
        return jdk("jcmd", pid(), "GC.class_histogram").lines().skip(1).limit(classes + 2L).toList();
    }

    /** How many threads it has. */
    long threads() {
        final var tasks = Path.of("/proc", pid(), "task").toFile().list();
        return tasks == null ? 0 : tasks.length;
    }

    private static String jdk(final String tool, final String... words) {
        final var command = new String[words.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", tool).toString();
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            final var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            final var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(tool + ": " + output);
            }
            return output;
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot run " + tool, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + tool, e);
        }
    }
}
