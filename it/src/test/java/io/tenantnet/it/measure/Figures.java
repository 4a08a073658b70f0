/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measured figures by name: printed as they come, written as JSON at the end. */
final class Figures {
    private final Map<String, Object> figures = new LinkedHashMap<>();

    void put(final String name, final Object value) {
        figures.put(name, value);
        System.out.printf("%s: %s%n", name, value);
    }

    /** How busy the machine has been in the last minute. */
    void putLoad(final String name) throws IOException {
        put(name, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    void write(final Path path) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, new GsonBuilder().setPrettyPrinting().create().toJson(figures) + "\n");
    }
}
