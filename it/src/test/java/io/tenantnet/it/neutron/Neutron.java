/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tenantnet.it.Await;
import io.tenantnet.it.controller.Answer;
import io.tenantnet.it.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The controller as an OpenStack Neutron with the OpenDaylight driver sees it: at port 8080. */
final class Neutron {
    static final String ROOT = "/controller/nb/v2/neutron/";

    /** By path, the key of lists; in the order in which objects can go. */
    private static final Map<String, String> COLLECTIONS = Map.ofEntries(Map.entry("networks", "networks"),
        Map.entry("subnets", "subnets"), Map.entry("ports", "ports"), Map.entry("routers", "routers"),
        Map.entry("floatingips", "floatingips"), Map.entry("security-groups", "security_groups"),
        Map.entry("security-group-rules", "security_group_rules"), Map.entry("qos/policies", "policies"),
        Map.entry("trunks", "trunks"), Map.entry("l2-gateways", "l2_gateways"),
        Map.entry("l2gateway-connections", "l2gateway_connections"), Map.entry("bgpvpns", "bgpvpns"),
        Map.entry("sfc/flowclassifiers", "flowclassifiers"), Map.entry("sfc/portpairs", "portpairs"),
        Map.entry("sfc/portpairgroups", "portpairgroups"), Map.entry("sfc/portchains", "portchains"));

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10)).build();
    private final Gson gson = new Gson();
    private final URI root;
    private final String credentials =
        "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));

    Neutron(final Lab lab) {
        root = URI.create("http://" + lab.run("access").strip() + ":8080/");
    }

    /** Until the API answers. */
    void awaitReady() {
        Await.none("the Neutron API", Duration.ofSeconds(120), () -> {
            try {
                final int status = send("GET", ROOT + "networks", null).statusCode();
                return status == 200 ? List.of() : List.of("status " + status);
            } catch (final UncheckedIOException e) {
                return List.of(e.toString());
            }
        });
    }

    /** A request to any path of the controller, with a body as it stands. */
    HttpResponse<String> send(final String method, final String path, final String body) {
        final var request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30))
            .header("Authorization", credentials).header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (final IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer post(final String collection, final String key, final Map<String, Object> object) {
        return answer("POST", ROOT + collection, gson.toJson(Map.of(key, object)));
    }

    Answer put(final String path, final String key, final Map<String, Object> object) {
        return answer("PUT", ROOT + path, gson.toJson(Map.of(key, object)));
    }

    Answer delete(final String path) {
        return answer("DELETE", ROOT + path, null);
    }

    Answer answer(final String method, final String path, final String body) {
        final var response = send(method, path, body);
        return new Answer(method + " " + path, response.statusCode(), response.body());
    }

    /** All objects of a collection. */
    JsonArray list(final String collection) {
        return JsonParser.parseString(answer("GET", ROOT + collection, null).expectSuccess().text()).getAsJsonObject()
            .getAsJsonArray(COLLECTIONS.get(collection));
    }

    /** Sends every object that is stored once more, as a full synchronisation does. */
    void sendAllAgain() {
        for (final var collection : COLLECTIONS.keySet()) {
            final var body = new JsonObject();
            body.add(COLLECTIONS.get(collection), list(collection));
            answer("POST", ROOT + collection, body.toString()).expectSuccess();
        }
    }

    /** No object is left. */
    void clear() {
        // Rules go with their groups.
        COLLECTIONS.keySet().stream().sorted().forEach(collection -> list(collection).forEach(object ->
            delete(collection + "/" + object.getAsJsonObject().get("id").getAsString()).expectSuccess()));
    }

    HttpClient client() {
        return client;
    }
}
