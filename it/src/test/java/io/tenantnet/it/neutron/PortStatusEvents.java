/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The subscription by which networking-odl hears of the status of ports. */
final class PortStatusEvents implements WebSocket.Listener, AutoCloseable {
    private static final String SUBSCRIBE = "/restconf/operations/sal-remote:create-data-change-event-subscription";
    private static final Pattern PORT = Pattern.compile("neutron:uuid='([^']+)'");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    PortStatusEvents(final Neutron neutron) {
        final var name = JsonParser.parseString(neutron.answer("POST", SUBSCRIBE, """
            {"input": {"path": "/neutron:neutron/neutron:ports", "sal-remote-augment:datastore": "OPERATIONAL",
             "sal-remote-augment:scope": "SUBTREE", "sal-remote-augment:notification-output-type": "JSON"}}
            """).expectSuccess().text()).getAsJsonObject().getAsJsonObject("output").get("stream-name").getAsString();
        final var answer = neutron.send("GET", "/restconf/streams/stream/" + name + "?odl-leaf-nodes-only=true", null);
        final var location = answer.headers().firstValue("Location").orElseThrow(() ->
            new AssertionError(answer.statusCode() + " " + answer.body()));
        socket = neutron.client().newWebSocketBuilder().buildAsync(URI.create(location), this).join();
    }

    @Override
    public CompletionStage<?> onText(final WebSocket webSocket, final CharSequence data, final boolean last) {
        text.append(data);
        if (last) {
            note(text.toString());
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void note(final String message) {
        final var events = JsonParser.parseString(message).getAsJsonObject().getAsJsonObject("notification")
            .getAsJsonObject("data-changed-notification").get("data-change-event");
        if (events.isJsonArray()) {
            events.getAsJsonArray().forEach(this::noteEvent);
        } else {
            noteEvent(events);
        }
    }

    private void noteEvent(final JsonElement element) {
        final var event = element.getAsJsonObject();
        final var data = event.has("data") && event.get("data").isJsonObject() ? event.getAsJsonObject("data") : null;
        if (data != null && data.has("status")) {
            final var path = PORT.matcher(event.get("path").getAsString());
            if (path.find()) {
                seen.add(path.group(1) + " " + data.getAsJsonObject("status").get("content").getAsString());
            }
        }
    }

    /** "PORT STATUS", the earliest first. */
    List<String> seen() {
        return seen;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
