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
import java.util.regex.Pattern;

/** One TCP connection from a machine to another, over which a small message goes and comes back every 10 ms. */
public final class TcpStream implements AutoCloseable {
    private static final int PORT = 7007;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SCRIPT = Path.of("lab", "stream.py").toAbsolutePath().toString();

    /** "sent=N received=N longest_ms=N"; without it the connection broke. */
    private static final Pattern SUMMARY = Pattern.compile("sent=([0-9]+) received=([0-9]+) .*");

    private final Lab lab;
    private final String server;
    private final String client;
    private boolean running = true;

    public TcpStream(final Lab lab, final Machine from, final Machine to) {
        this(lab, from.name(), to.name(), to.ip());
    }

    /** A connection between namespaces, to an address of the second. */
    public TcpStream(final Lab lab, final String from, final String to, final String address) {
        this.lab = lab;
        server = "stream-" + to;
        client = "stream-" + from + "-" + to;
        lab.run("spawn", to, server, "python3", SCRIPT, "serve", Integer.toString(PORT));
        lab.run("spawn", from, client, "python3", SCRIPT, "send", address, Integer.toString(PORT));
        Await.none("connection", LIMIT, () -> log().contains("connected") ? List.of() : List.of(log()));
    }

    private String log() {
        return lab.run("log", client);
    }

    /** Ends it; fails unless every message came back. What it printed last: "sent=N received=N longest_ms=N". */
    public String end() {
        running = false;
        lab.run("kill", client, "INT");
        final var log = log();
        lab.run("kill", server);
        final var last = SUMMARY.matcher(log.lines().reduce("", (former, line) -> line));
        if (!last.matches() || !last.group(1).equals(last.group(2))) {
            throw new AssertionError("the connection broke: " + log);
        }
        return last.group();
    }

    @Override
    public void close() {
        if (running) {
            lab.run("kill", client);
            lab.run("kill", server);
        }
    }
}
