/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.vtep;

import com.google.gson.JsonObject;
import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.controller.Answer;
import io.tenantnet.it.lab.Vtep;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import io.tenantnet.it.model.TenantState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tests say and ask about hardware VTEPs over RESTCONF. */
final class Gateways {
    /** ovs-vtep looks at its database once a second. */
    static final Duration SOON = Duration.ofSeconds(15);
    /** Twice what the emulator takes to forget a machine that is silent. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(30);
    /** Those of other tests never come back: they are awaited for 30 s. */
    private static final Duration READY = Duration.ofSeconds(60);

    private final Bench bench;

    Gateways(final Bench bench) {
        this.bench = bench;
    }

    static String uuid(final int number) {
        return "c%07d-0000-4000-8000-000000000000".formatted(number);
    }

    static Map<String, Object> binding(final int number, final String device, final String port, final int vlan,
            final Network network) {
        return Map.of("uuid", uuid(number), "physical-switch", device, "physical-port", port, "vlan-id", vlan,
            "network-id", network.uuid());
    }

    static Map<String, Object> gateway(final int number, final String device, final String port,
            final List<Integer> vlans) {
        return Map.of("uuid", uuid(number), "devices", List.of(Map.of("device-name", device, "interfaces",
            List.of(Map.of("name", port, "segmentation-ids", vlans)))));
    }

    static Map<String, Object> connection(final int number, final int gateway, final Network network) {
        return Map.of("uuid", uuid(number), "l2-gateway-id", uuid(gateway), "network-id", network.uuid());
    }

    void bind(final int number, final Vtep vtep, final String port, final int vlan, final Network network) {
        bench.model().put("vtep-bindings/vtep-binding", binding(number, vtep.name(), port, vlan, network));
        awaitStatus("vtep-binding", number, "ACTIVE", "");
    }

    Answer tryToPut(final String list, final Map<String, Object> entry) {
        final var name = list.substring(list.indexOf('/') + 1);
        return bench.rest().put(TenantModel.ROOT + "/" + list + "=" + entry.get("uuid"),
            Map.of("tenantnet:" + name, List.of(entry)));
    }

    /** Until the state of an object is this, with a reason that contains some text. */
    void awaitStatus(final String list, final int number, final String status, final String reason) {
        Await.none(list + " " + number + " " + status, SOON, () -> {
            final var entry = TenantState.entries(bench.model().state().json(), list)
                .filter(one -> TenantState.text(one, "uuid").equals(uuid(number))).findFirst();
            return entry.filter(one -> TenantState.text(one, "status").equals(status)
                && TenantState.text(one, "reason").contains(reason)).isPresent() ? List.of()
                : List.of(entry.map(Object::toString).orElse("not there"));
        });
    }

    /** Until nothing in a switch's database is TenantNet's. */
    void awaitRows(final Vtep vtep, final List<String> wanted) {
        Await.none("rows of " + vtep.name() + ": " + wanted, SOON, () -> {
            final var rows = vtep.rows();
            return rows.equals(wanted) ? List.of() : rows.isEmpty() ? List.of("none") : rows;
        });
    }

    /** Until a switch has learned a machine, and no other has it; the machine talks to another, or all would forget it. */
    void awaitLearned(final Machine machine, final Machine other, final Vtep vtep) {
        Await.none(machine.name() + " learned at " + vtep.name() + " alone", FORGOTTEN, () -> {
            bench.lab().ping(machine, other);
            final var places = TenantState.entries(bench.model().state().json(), "hardware-vtep")
                .filter(one -> TenantState.entries(one, "learned-mac")
                    .anyMatch(mac -> TenantState.text(mac, "mac-address").equals(machine.mac())))
                .flatMap(one -> TenantState.entries(one, "physical-switch"))
                .map(device -> TenantState.text(device, "name")).toList();
            return places.equals(List.of(vtep.name())) ? List.of() : List.of("at " + places);
        });
    }

    /** Until the database of a switch is connected. */
    void awaitConnected(final Vtep vtep) {
        Await.none(vtep.name() + " connected", SOON, () -> entries(vtep)
            .anyMatch(one -> "true".equals(TenantState.text(one, "ovsdb-connected"))) ? List.of() : seen());
    }

    /** Until the rows of a switch may be changed: after a start that takes as long as switches of before are awaited. */
    void awaitReady(final Vtep vtep) {
        Await.none(vtep.name() + " ready", READY, () -> entries(vtep)
            .anyMatch(one -> "ACTIVE".equals(TenantState.text(one, "status"))) ? List.of() : seen());
    }

    private Stream<JsonObject> entries(final Vtep vtep) {
        return TenantState.entries(bench.model().state().json(), "hardware-vtep").filter(one ->
            TenantState.entries(one, "physical-switch")
                .anyMatch(device -> TenantState.text(device, "name").equals(vtep.name())));
    }

    private List<String> seen() {
        return List.of(bench.model().state().json().toString());
    }
}
