/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import io.tenantnet.it.Await;
import io.tenantnet.it.lab.Lab;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks the Neutron API of one port for its networks again and again, as an impatient driver would. */
final class StatusPoll implements AutoCloseable {
    /** Instead of a status: there was no connection. */
    static final int REFUSED = 0;
    private static final long PAUSE_MILLIS = 50;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest request;
    private final List<Integer> seen = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::poll, "poll");

    StatusPoll(final Lab lab, final int port) {
        request = HttpRequest.newBuilder(URI.create("http://" + lab.run("access").strip() + ":" + port + Neutron.ROOT
            + "networks")).timeout(Duration.ofSeconds(10)).header("Authorization", "Basic "
            + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8))).build();
        thread.start();
    }

    private void poll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                note(status());
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (final InterruptedException e) {
            // Closed.
        }
    }

    private int status() throws InterruptedException {
        try {
            final var answer = client.send(request, BodyHandlers.ofString());
            final int status = answer.statusCode();
            return status == 200 || answer.body().startsWith("{\"error\":\"") ? status : -status;
        } catch (final IOException e) {
            return REFUSED;
        }
    }

    private void note(final int status) {
        if (seen.isEmpty() || seen.get(seen.size() - 1) != status) {
            seen.add(status);
        }
    }

    /** Every change of the status, the first first; that of an error without a JSON message is negative. */
    List<Integer> seen() {
        return List.copyOf(seen);
    }

    void await(final int status) {
        Await.none("status " + status, Duration.ofSeconds(120),
            () -> seen.contains(status) ? List.of() : List.of("seen: " + seen));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
