/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.model;

import com.google.gson.JsonElement;
import io.tenantnet.it.controller.Rest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts tenant networks into the controller, and reads what became of them. */
public final class TenantModel {
    public static final String ROOT = "tenantnet:tenant-networks";
    private static final String STATE = "tenantnet-state:tenant-networks-state";

    private final Rest rest;

    public TenantModel(final Rest rest) {
        this.rest = rest;
    }

    /** Everything in one request, in place of all that was there. */
    public void putAll(final Collection<Network> networks, final Collection<Machine> machines) {
        rest.put(ROOT, Map.of(ROOT, Map.of(
            "networks", Map.of("network", networks.stream().map(Network::toJson).toList()),
            "subnets", Map.of("subnet", networks.stream().map(Network::subnetJson).toList()),
            "ports", Map.of("port", machines.stream().map(Machine::toJson).toList())))).expectSuccess();
    }

    /** A network and its subnet, in requests of their own. */
    public void put(final Network network) {
        put("networks/network", network.toJson());
        put("subnets/subnet", network.subnetJson());
    }

    public void put(final Machine machine) {
        put("ports/port", machine.toJson());
    }

    /** An entry of a list, in a request of its own. */
    public void put(final String list, final Map<String, Object> entry) {
        final var name = list.substring(list.indexOf('/') + 1);
        rest.put(ROOT + "/" + list + "=" + entry.get("uuid"), Map.of("tenantnet:" + name, List.of(entry)))
            .expectSuccess();
    }

    /** The network alone; its subnet and ports stay. */
    public void delete(final Network network) {
        rest.delete(ROOT + "/networks/network=" + network.uuid()).expectSuccess();
    }

    /** An entry by its path. */
    public void delete(final String entry) {
        rest.delete(ROOT + "/" + entry).expectSuccess();
    }

    public void delete(final Machine machine) {
        rest.delete(ROOT + "/ports/port=" + machine.portUuid()).expectSuccess();
    }

    /** Nothing is attached through hardware VTEPs any more. */
    public void clearGateways() {
        for (final var list : List.of("vtep-bindings", "l2-gateway-connections", "l2-gateways", "vtep-service-nodes")) {
            rest.delete(ROOT + "/" + list).expectSuccessOr(404, 409);
        }
    }

    /** Nothing is left. */
    public void clear() {
        clearGateways();
        for (final var list : List.of("port-forwardings", "floating-ips", "routers", "trunks", "ports", "subnets",
                "networks", "security-group-rules", "security-groups", "qos-policies")) {
            rest.delete(ROOT + "/" + list).expectSuccessOr(404, 409);
        }
    }

    /** The configuration in an order of its own, to compare: that of the datastore's lists is not always the same. */
    public String config() {
        return sorted(rest.get(ROOT + "?content=config").expectSuccess().object(ROOT)).toString();
    }

    private static Object sorted(final JsonElement json) {
        if (json.isJsonObject()) {
            final var object = new TreeMap<String, Object>();
            json.getAsJsonObject().entrySet().forEach(entry -> object.put(entry.getKey(), sorted(entry.getValue())));
            return object;
        }
        return json.isJsonArray() ? json.getAsJsonArray().asList().stream().map(TenantModel::sorted)
            .sorted(Comparator.comparing(Object::toString)).toList() : json;
    }

    public TenantState state() {
        final var answer = rest.get(STATE + "?content=nonconfig");
        return answer.status() == 404 ? TenantState.none() : TenantState.of(answer.expectSuccess().object(STATE));
    }
}
