/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tenantnet.it.lab.Host;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The operational state of the tenant networks at one moment. */
public record TenantState(JsonObject json) {
    static TenantState none() {
        return new TenantState(new JsonObject());
    }

    static TenantState of(final JsonObject json) {
        return new TenantState(json);
    }

    public Optional<JsonObject> network(final Network network) {
        return entries(json, "network").filter(entry -> text(entry, "uuid").equals(network.uuid())).findFirst();
    }

    public Optional<JsonObject> port(final Machine machine) {
        return entries(json, "port").filter(entry -> text(entry, "uuid").equals(machine.portUuid())).findFirst();
    }

    public List<JsonObject> hosts() {
        return entries(json, "host").toList();
    }

    /** The status of a machine's port; empty while the state does not know it. */
    public String status(final Machine machine) {
        return port(machine).map(entry -> text(entry, "status")).orElse("");
    }

    /** Why a machine's port is not ACTIVE. */
    public String reason(final Machine machine) {
        return port(machine).map(entry -> text(entry, "reason")).orElse("");
    }

    /** The hosts whose OVSDB connection is up. */
    public List<String> connectedOverOvsdb() {
        return hosts().stream().filter(host -> flag(host, "ovsdb-connected")).map(host -> text(host, "hostname")).toList();
    }

    /** Why the tunnel from one host to another is not as asked for; empty where it is. */
    public String tunnelReason(final Host from, final Host to) {
        return hosts().stream().filter(entry -> text(entry, "host-id").equals(from.systemId()))
            .flatMap(entry -> entries(entry, "tunnel")).filter(entry -> text(entry, "remote-host-id").equals(to.systemId()))
            .map(entry -> text(entry, "reason")).findFirst().orElseThrow();
    }

    /** What is not yet as it should be, in words; empty where everything is programmed. */
    public List<String> pending(final Collection<Machine> machines, final int hosts) {
        final var ports = machines.stream().filter(machine -> !"ACTIVE".equals(status(machine)))
            .map(machine -> machine.name() + " is " + status(machine) + " " + reason(machine));
        final var switches = hosts().stream().filter(host -> !inSync(host)).map(host -> "host not in sync: " + host);
        final var connected = hosts().stream().filter(host -> flag(host, "openflow-connected")).count();
        final var missing = connected == hosts ? Stream.<String>empty()
            : Stream.of(connected + " of " + hosts + " hosts are connected");
        return Stream.of(ports, switches, missing).flatMap(lines -> lines).toList();
    }

    private static boolean inSync(final JsonObject host) {
        return !flag(host, "openflow-connected") || text(host, "flows-wanted").equals(text(host, "flows-installed"));
    }

    public static Stream<JsonObject> entries(final JsonObject parent, final String list) {
        return parent.has(list)
            ? StreamSupport.stream(parent.getAsJsonArray(list).spliterator(), false).map(JsonElement::getAsJsonObject)
            : Stream.empty();
    }

    public static String text(final JsonObject entry, final String leaf) {
        return entry.has(leaf) ? entry.get(leaf).getAsString() : "";
    }

    private static boolean flag(final JsonObject entry, final String leaf) {
        return entry.has(leaf) && entry.get(leaf).getAsBoolean();
    }
}
