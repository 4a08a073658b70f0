/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import io.tenantnet.it.Await;
import io.tenantnet.it.model.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One TCP connection from a machine to another, over which a small message goes and comes back every 10 ms. */
public final class TcpStream implements AutoCloseable {
    private static final int PORT = 7007;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SCRIPT = Path.of("lab", "stream.py").toAbsolutePath().toString();

    private final Lab lab;
    private final String server;
    private final String client;
    private boolean running = true;

    public TcpStream(final Lab lab, final Machine from, final Machine to) {
        this.lab = lab;
        server = "serve-" + to.name();
        client = "send-" + from.name();
        lab.run("spawn", to.name(), server, "python3", SCRIPT, "serve", Integer.toString(PORT));
        lab.run("spawn", from.name(), client, "python3", SCRIPT, "send", to.ip(), Integer.toString(PORT));
        Await.none("connection", LIMIT, () -> log().contains("connected") ? List.of() : List.of(log()));
    }

    private String log() {
        return lab.run("log", client);
    }

    /** Ends it; what it printed: answers slower than 200 ms, and last "sent=N received=N longest_ms=N". */
    public List<String> end() {
        running = false;
        lab.run("kill", client, "INT");
        final var lines = log().lines().toList();
        lab.run("kill", server);
        return lines;
    }

    @Override
    public void close() {
        if (running) {
            end();
        }
    }
}
