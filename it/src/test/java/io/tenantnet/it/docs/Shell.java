/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.docs;

import io.tenantnet.it.lab.Lab;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One bash, in which the commands of a page are run one after the other as somebody would who reads it: variables and
 * functions stay. Commands of Open vSwitch are those of the laboratory's first host.
 */
final class Shell implements AutoCloseable {
    private static final Pattern ANSWER = Pattern.compile("(?m)^answer to ([A-Z]+): (\\d{3})$");
    /** Every curl tells what it was answered, behind the text of errors; every command that fails in a pipe counts. */
    private static final String PROLOGUE = """
        set -o pipefail
        curl() { command curl -sS -m 30 -w '%%{stderr}\\nanswer to %%{method}: %%{http_code}\\n' "$@"; }
        for tool in ovs-vsctl ovs-ofctl; do
            eval "$tool() { LAB=%s '%s' exec h1 $tool \\"\\${@//%s/%s}\\"; }"
        done
        """;

    private final Path folder;
    private final Process process;
    private final BufferedReader statuses;

    /**
     * Starts it.
     *
     * @param lab the laboratory
     */
    Shell(final Lab lab) {
        try {
            folder = Files.createTempDirectory("tenantnet-docs");
            process = new ProcessBuilder("bash", "--norc").directory(folder.toFile())
                .redirectError(folder.resolve("bash").toFile()).start();
            statuses = process.inputReader(StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        run(PROLOGUE.formatted(lab.name(), lab.script(), lab.run("access").strip(), Lab.CONTROLLER));
    }

    /**
     * What a command did.
     *
     * @param exit     its exit status
     * @param output   what it printed
     * @param errors   what it printed to the stream of errors
     * @param methods  of the requests that were made
     * @param statuses of their answers
     */
    record Result(int exit, String output, String errors, List<String> methods, List<Integer> statuses) { }

    /** Runs a command and waits for its end. */
    Result run(final String command) {
        try {
            Files.writeString(folder.resolve("command"), command);
            process.getOutputStream().write(". ./command >output 2>errors </dev/null; echo $?\n"
                .getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            final var exit = statuses.readLine();
            if (exit == null) {
                throw new IllegalStateException("the shell ended: " + Files.readString(folder.resolve("bash")));
            }
            final var errors = Files.readString(folder.resolve("errors"));
            return new Result(Integer.parseInt(exit), Files.readString(folder.resolve("output")), errors,
                ANSWER.matcher(errors).results().map(answer -> answer.group(1)).toList(),
                ANSWER.matcher(errors).results().map(answer -> Integer.valueOf(answer.group(2))).toList());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text is a command, and not the beginning of one. */
    boolean isComplete(final String text) {
        final var quoted = text.replace("'", "'\\''");
        final var result = run("bash -n -c '" + quoted + "'");
        return result.exit() == 0 && result.errors().isEmpty();
    }

    @Override
    public void close() {
        process.destroy();
        try (var files = Files.list(folder)) {
            for (final var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
