/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import io.tenantnet.it.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A program that stands between a host and the controller, and alters what passes: see lab/between.py. */
public final class Between implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final Lab lab;
    private final String tag;

    private Between(final Lab lab, final Host host, final String program, final String... more) {
        this.lab = lab;
        tag = program + "-" + host.name();
        lab.run(Stream.concat(Stream.of("spawn", host.name(), tag, "python3",
            Path.of("lab", program + ".py").toAbsolutePath().toString(), Lab.CONTROLLER), Stream.of(more)).toArray(String[]::new));
        awaitWord("ready");
    }

    /** The switch connects anew, and its first answer to the question for a role is held back by now. */
    public static Between lateRole(final Lab lab, final Host host) {
        final var between = new Between(lab, host, "laterole");
        host.reconnect();
        between.awaitWord("late");
        return between;
    }

    /** On so many OVSDB connections from now on, the OVSDB plugin will not be told of bridges. */
    public static Between lostUpdates(final Lab lab, final Host host, final int connections) {
        return new Between(lab, host, "lostupdates", Integer.toString(connections));
    }

    /** Until something has been lost. */
    public void awaitLoss() {
        awaitWord("lost");
    }

    private void awaitWord(final String word) {
        try {
            Await.none(word, LIMIT, () -> {
                final var log = lab.run("log", tag);
                return log.contains(word) ? List.of() : List.of(log);
            });
        } catch (final AssertionError e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        lab.run("kill", tag);
    }
}
