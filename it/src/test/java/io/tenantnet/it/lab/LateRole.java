/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import io.tenantnet.it.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Stands between a host's switch and the controller, and holds back the first answer to the question for a role. */
public final class LateRole implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String SCRIPT = Path.of("lab", "laterole.py").toAbsolutePath().toString();
    private static final String CONTROLLER = "10.99.0.254";

    private final Lab lab;
    private final String tag;

    /** Has the switch connect anew, and waits until the answer is held back. */
    public LateRole(final Lab lab, final Host host) {
        this.lab = lab;
        tag = "laterole-" + host.name();
        lab.run("spawn", host.name(), tag, "python3", SCRIPT, CONTROLLER);
        try {
            await("ready");
            host.reconnect();
            await("late");
        } catch (final AssertionError e) {
            close();
            throw e;
        }
    }

    private void await(final String word) {
        Await.none(word, LIMIT, () -> {
            final var log = lab.run("log", tag);
            return log.contains(word) ? List.of() : List.of(log);
        });
    }

    @Override
    public void close() {
        lab.run("kill", tag);
    }
}
