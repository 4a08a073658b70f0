/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import static io.tenantnet.it.model.TenantState.text;

import io.tenantnet.it.Bench;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Networks of twenty ports and a security group that all are in; port p is on host p % hosts. */
final class ManyPorts {
    private static final int OF_A_NETWORK = 20;
    private static final String STATE = "tenantnet-state:tenant-networks-state";

    private final Bench bench;
    private final int hosts;
    private final List<Network> networks;
    private int wanted;

    ManyPorts(final Bench bench, final int hosts, final int most) {
        this.bench = bench;
        this.hosts = hosts;
        networks = IntStream.rangeClosed(0, most / OF_A_NETWORK).mapToObj(index -> new Network(index + 1, 5001 + index))
            .toList();
    }

    static String uuid(final int port) {
        return "%08d-0000-4000-8000-00000000000e".formatted(port);
    }

    void putNetworks() {
        CommonGroup.put(bench.model());
        bench.rest().put(TenantModel.ROOT + "/networks", Map.of("tenantnet:networks", Map.of("network",
            networks.stream().map(Network::toJson).toList()))).expectSuccess();
    }

    /** Puts the ports below a number, in one request. */
    Runnable putAll(final int count) {
        wanted = count;
        final var entries = IntStream.range(0, count).mapToObj(this::port).toList();
        return () -> bench.rest().put(TenantModel.ROOT + "/ports",
            Map.of("tenantnet:ports", Map.of("port", entries))).expectSuccess();
    }

    void put(final int port) {
        bench.model().put("ports/port", port(port));
    }

    void delete(final int port) {
        bench.model().delete("ports/port=" + uuid(port));
    }

    private Map<String, Object> port(final int number) {
        return Map.of("uuid", uuid(number), "network-id", networks.get(number / OF_A_NETWORK).uuid(),
            "mac-address", "fa:16:3e:%02x:%02x:%02x".formatted(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff),
            "security-group-ids", List.of(CommonGroup.ID),
            "fixed-ips", List.of(Map.of("ip-address", "10.0.0." + (number % OF_A_NETWORK + 1))));
    }

    boolean isActive(final int port) {
        final var answer = bench.rest().get(STATE + "/port=" + uuid(port) + "/status");
        return answer.status() == 200 && answer.text().contains("ACTIVE");
    }

    boolean isGone(final int port) {
        return bench.rest().get(STATE + "/port=" + uuid(port) + "/status").status() == 404;
    }

    int connected() {
        return (int) bench.model().state().hosts().stream()
            .filter(host -> "true".equals(text(host, "openflow-connected"))).count();
    }

    int flows() {
        return bench.model().state().hosts().stream().mapToInt(host -> number(text(host, "flows-installed"))).sum();
    }

    private static int number(final String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** What is left to do, in words. */
    List<String> pending() {
        final var state = bench.model().state();
        final var left = new ArrayList<>(state.pending(List.of(), hosts));
        final long active = state.json().has("port") ? state.json().getAsJsonArray("port").asList().stream()
            .filter(port -> "ACTIVE".equals(text(port.getAsJsonObject(), "status"))).count() : 0;
        final long there = state.json().has("port") ? state.json().getAsJsonArray("port").size() : 0;
        if (active != wanted || there != wanted) {
            left.add(active + " of " + wanted + " ports are ACTIVE");
        }
        return left;
    }
}
