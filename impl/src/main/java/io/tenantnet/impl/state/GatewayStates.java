/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.resolve.Attachment;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The state of what is attached through hardware VTEPs.
 *
 * @param gateways     by uuid, the gateways
 * @param connections  by uuid, their connections
 * @param bindings     by uuid, the plain bindings
 * @param serviceNodes by uuid, the service nodes
 * @param vteps        by id, the databases
 */
public record GatewayStates(Map<UUID, Condition> gateways, Map<UUID, Condition> connections,
        Map<UUID, Condition> bindings, Map<UUID, Condition> serviceNodes, Map<String, VtepState> vteps) {
    /** Of nothing. */
    public static final GatewayStates EMPTY = new GatewayStates(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    static GatewayStates derive(final Model model, final Resolved resolved) {
        final var wanted = model.tenant().gateways();
        final var problems = resolved.attachments().problems();
        final var places = resolved.attachments().all().stream().collect(Collectors.groupingBy(Attachment::origin));
        final Function<UUID, Condition> attached = id -> condition(model, places.getOrDefault(id, List.of()),
            Optional.ofNullable(problems.get(id)));
        final Function<UUID, Condition> found = id -> problems.containsKey(id) ? Condition.down(problems.get(id))
            : Condition.ACTIVE;
        final var owners = Vtep.bySwitch(model.vteps());
        return new GatewayStates(map(wanted.gateways().keySet(), found), map(wanted.connections().keySet(), attached),
            map(wanted.bindings().keySet(), attached), map(wanted.serviceNodes().keySet(), found),
            map(model.vteps().keySet(), id -> of(model, model.vteps().get(id), owners)));
    }

    private static Condition condition(final Model model, final List<Attachment> places,
            final Optional<String> problem) {
        if (places.isEmpty()) {
            return Condition.down(problem.orElse("it names no port"));
        }
        for (final var place : places) {
            final var vtep = model.vteps().get(place.vtepId());
            if (!holds(vtep, place)) {
                return Condition.build("switch " + place.port().switchName() + " has yet to take " + place
                    + (vtep.connected() ? problem(model, vtep).map(why -> ": " + why).orElse("")
                        : ": it is not connected"));
            }
        }
        return new Condition(Status.ACTIVE, problem);
    }

    private static boolean holds(final Vtep vtep, final Attachment place) {
        final var port = vtep.switches().get(place.port().switchName()).ports().get(place.port().portName());
        return Optional.ofNullable(port.bindings().get(place.vlan()))
            .map(vtep.logicalSwitches()::get)
            .filter(one -> one.network().filter(place.networkId()::equals).isPresent())
            .filter(one -> one.key().orElse(-1) == place.segment().id()).isPresent();
    }

    /** What keeps the rows of a database that is connected from being what is wanted. */
    private static Optional<String> problem(final Model model, final Vtep vtep) {
        return vtep.problem().or(() -> model.complete() ? Optional.empty()
            : Optional.of("rows of before the start are kept until the known hosts and switches are back"));
    }

    private static VtepState of(final Model model, final Vtep vtep, final Map<String, Vtep> owners) {
        final var rival = vtep.switches().keySet().stream().filter(name -> !owners.get(name).id().equals(vtep.id()))
            .findFirst();
        final Condition condition;
        if (!vtep.connected()) {
            condition = Condition.down("it is not connected");
        } else if (rival.isPresent()) {
            condition = Condition.down("database " + owners.get(rival.get()).id() + " at "
                + owners.get(rival.get()).management() + " has a switch " + rival.get() + ", too, which is the one used");
        } else {
            condition = problem(model, vtep).map(Condition::build).orElse(Condition.ACTIVE);
        }
        return new VtepState(vtep, condition);
    }

    private static <K, V> Map<K, V> map(final Collection<K> keys, final Function<K, V> value) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), value));
    }
}
