/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tenantnet.it.Bench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hosts without Open vSwitch: one process speaks for all of them, in the controller's namespace. */
final class FakeHosts implements Population {
    private static final String TAG = "fakes";

    private final Path result = Path.of("target", "fakes.json").toAbsolutePath();
    private final Bench bench;

    FakeHosts(final Bench bench, final int hosts, final int ports) {
        this.bench = bench;
        bench.lab().run("spawn", "ctl", TAG, "python3", Path.of("..", "bench", "fakes.py").toAbsolutePath().toString(),
            Integer.toString(hosts), Integer.toString(ports), "127.0.0.1", result.toString());
    }

    @Override
    public void restart(final Figures figures, final ManyPorts cloud) {
        // Of a switch that costs nothing the time would say nothing.
    }

    @Override
    public void report(final Figures figures) {
        counts().entrySet().forEach(entry -> figures.put("fakes-" + entry.getKey(), entry.getValue().getAsLong()));
    }

    /** How many flows all of them hold; 0 until they have counted. */
    long flows() {
        return Files.exists(result) ? counts().get("flows").getAsLong() : 0;
    }

    private JsonObject counts() {
        try {
            return JsonParser.parseString(Files.readString(result)).getAsJsonObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bench.lab().run("kill", TAG);
    }
}
