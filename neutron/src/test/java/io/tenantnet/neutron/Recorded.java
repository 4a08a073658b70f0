/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request of networking-odl (stable/zed) under a real Neutron.
 *
 * @param number its place in the record
 * @param phase  what was done with Neutron then
 * @param method HTTP's method
 * @param path   the path below the API's root
 * @param body   the body, as JSON; null for none
 * @param status what the driver needs for an answer
 */
public record Recorded(int number, String phase, String method, String path, JsonObject body, int status) {
    private static final String ROOT = "/controller/nb/v2/neutron/";

    /** All requests to the API, in their order. */
    public static List<Recorded> all() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Recorded.class.getResourceAsStream("/recorded-requests.jsonl"), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> new JsonParser().parse(line).getAsJsonObject())
                .filter(line -> line.get("path").getAsString().startsWith(ROOT))
                .map(line -> new Recorded(line.get("n").getAsInt(), line.get("phase").getAsString(),
                    line.get("method").getAsString(), line.get("path").getAsString().substring(ROOT.length()),
                    line.get("body").isJsonNull() ? null : line.getAsJsonObject("body"),
                    line.get("stub_status").getAsInt()))
                .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        return body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return number + ": " + method + " " + path;
    }
}
