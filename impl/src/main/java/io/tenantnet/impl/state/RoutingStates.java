/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.PortForwarding;
import io.tenantnet.impl.resolve.FloatingAddress;
import io.tenantnet.impl.resolve.ForwardedAddress;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Derives the state of routers and floating IPs: ACTIVE once the host that does their work has confirmed it. */
final class RoutingStates {
    private final Resolved resolved;
    private final Map<String, SwitchReport> reports;
    private final PhysicalNetworks physical;

    RoutingStates(final Resolved resolved, final Map<String, SwitchReport> reports, final PhysicalNetworks physical) {
        this.resolved = resolved;
        this.reports = reports;
        this.physical = physical;
    }

    PlacedState router(final UUID id) {
        final var router = resolved.routers().get(id);
        final var problem = Optional.ofNullable(resolved.problems().routers().get(id));
        if (router == null) {
            return new PlacedState(Condition.down(problem.orElseThrow()), Optional.empty());
        }
        final var hostId = router.gateway().map(gateway -> gateway.hostId());
        final var open = hostId.flatMap(host -> whyNot(host, new Scope.OfRouter(id)));
        return new PlacedState(open.map(why -> Condition.build("external-gateway: " + why))
            .orElseGet(() -> new Condition(Status.ACTIVE, join(problem, physical.problem(router)))), hostId);
    }

    private static Optional<String> join(final Optional<String> one, final Optional<String> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get() + "; " + other.get()) : one.or(() -> other);
    }

    PlacedState floatingIp(final UUID id) {
        final var floating = Optional.ofNullable(resolved.floating().get(id)).map(FloatingAddress::outside)
            .or(() -> Optional.ofNullable(resolved.forwarded().get(id)).map(ForwardedAddress::outside));
        if (floating.isEmpty()) {
            return new PlacedState(Condition.down(resolved.problems().floating().get(id)), Optional.empty());
        }
        final var hostId = floating.get().hostId();
        return new PlacedState(whyNot(hostId, new Scope.OfFloatingIp(id)).map(Condition::build)
            .orElse(Condition.ACTIVE), Optional.of(hostId));
    }

    Condition portForwarding(final PortForwarding wanted) {
        final var problem = resolved.problems().forwardings().get(wanted.id());
        return problem == null ? floatingIp(wanted.floatingIpId()).condition() : Condition.down(problem);
    }

    /** Why a host does not do its part yet; empty where it does. */
    private Optional<String> whyNot(final String hostId, final Scope scope) {
        final var report = reports.get(hostId);
        if (report == null) {
            return Optional.of(resolved.sites().containsKey(hostId)
                ? "br-int of host " + hostId + " is not connected over OpenFlow"
                : "host " + hostId + " has not come back yet since the controller's start");
        }
        return report.isOpen(scope)
            ? Optional.of("host " + hostId + ": " + report.why(scope).orElse("it has yet to confirm the flows"))
            : Optional.empty();
    }
}
