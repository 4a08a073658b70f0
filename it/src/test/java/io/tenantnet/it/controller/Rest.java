/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.controller;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** RESTCONF as in RFC 8040. Paths begin below {@code /rests/data/}. */
public final class Rest {
    private static final String MEDIA_TYPE = "application/yang-data+json";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10)).build();
    private final Gson gson = new Gson();
    private final URI data;
    private final String credentials =
        "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));

    public Rest(final String address) {
        data = URI.create("http://" + address + ":8181/rests/data/");
    }

    public Answer get(final String path) {
        return send("GET", path, null);
    }

    public Answer put(final String path, final Object body) {
        return send("PUT", path, gson.toJson(body));
    }

    /** A request with a body as it stands. */
    public Answer send(final String method, final String path, final String body) {
        final var request = HttpRequest.newBuilder(data.resolve("./" + path)).timeout(Duration.ofSeconds(30))
            .header("Authorization", credentials).header("Accept", MEDIA_TYPE).header("Content-Type", MEDIA_TYPE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        try {
            final var response = client.send(request, BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.body());
        } catch (final IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer delete(final String path) {
        return send("DELETE", path, null);
    }
}
