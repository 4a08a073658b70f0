/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.share.SharedMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operational state at one moment, and what it takes to derive the next one without looking at every port. It never
 * changes; the state is a function of model, resolved model and reports alone.
 */
public final class Derivation {
    /** Of a model of nothing. */
    public static final Derivation EMPTY = new Derivation(Moment.NONE, State.EMPTY);

    private final Moment moment;
    private final State state;

    private Derivation(final Moment moment, final State state) {
        this.moment = requireNonNull(moment);
        this.state = requireNonNull(state);
    }

    /**
     * Derives another state. It is the same whatever this one is, and shares with it all that stayed the same.
     *
     * @param model    the model
     * @param resolved the model with its references followed
     * @param reports  how far the connected switches are, by host id
     */
    public Derivation next(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        final var now = new Moment(model, resolved, reports);
        final var affected = new Affected(moment, now);
        final var tenant = model.tenant();
        final var ports = new PortStates(model.hosts(), resolved, reports);
        final var connected = StateDeriver.connected(resolved);
        final var physical = new PhysicalNetworks(model.hosts(), resolved);
        final var routing = new RoutingStates(resolved, reports, physical);
        final var hosts = new HostStates(model.tenant().settings().mode(), model.hosts(), resolved, reports);
        return new Derivation(now, new State(
            derived(state.networks(), affected.networks(), tenant.networks(),
                network -> StateDeriver.network(network, resolved, physical)),
            sameSubnets(now) ? state.subnets()
                : map(tenant.subnets(), subnet -> StateDeriver.subnet(subnet, resolved, connected)),
            derived(state.ports(), affected.ports(), tenant.ports(), ports::of),
            map(tenant.trunks(), trunk -> StateDeriver.trunk(trunk, resolved)),
            map(tenant.l3().routers(), router -> routing.router(router.id())),
            map(tenant.l3().floatingIps(), floating -> routing.floatingIp(floating.id())),
            map(tenant.l3().portForwardings(), routing::portForwarding),
            derived(state.hosts(), affected.hosts(), model.hosts(), hosts::of), GatewayStates.derive(model, resolved)));
    }

    /** The state. */
    public State state() {
        return state;
    }

    private boolean sameSubnets(final Moment now) {
        return moment.model().tenant().subnets() == now.model().tenant().subnets()
            && moment.resolved().routers() == now.resolved().routers()
            && moment.resolved().problems().subnets() == now.resolved().problems().subnets();
    }

    /** The former states with those of some objects derived anew; what is equal stays the same object. */
    private static <K, T, S> Map<K, S> derived(final Map<K, S> former, final Set<K> keys, final Map<K, T> objects,
            final Function<T, S> state) {
        final var editor = SharedMap.of(former).edit();
        for (final var key : keys) {
            final var object = objects.get(key);
            if (object == null) {
                editor.remove(key);
            } else {
                final var now = state.apply(object);
                if (!now.equals(editor.get(key))) {
                    editor.put(key, now);
                }
            }
        }
        return editor.done();
    }

    private static <K, T, S> Map<K, S> map(final Map<K, T> objects, final Function<T, S> state) {
        return objects.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> state.apply(entry.getValue())));
    }
}
