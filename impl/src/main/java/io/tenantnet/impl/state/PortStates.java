/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.dhcp.Leases;
import io.tenantnet.impl.dhcpv6.ExtraOptions;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives the state of ports: ACTIVE once every connected switch that needs a flow of the port has confirmed it. */
final class PortStates {
    private final Map<String, Host> hosts;
    private final Resolved resolved;
    private final Map<String, SwitchReport> reports;

    PortStates(final Map<String, Host> hosts, final Resolved resolved, final Map<String, SwitchReport> reports) {
        this.hosts = hosts;
        this.resolved = resolved;
        this.reports = reports;
    }

    PortState of(final Port port) {
        final var place = resolved.ports().get(port.id());
        if (place != null) {
            return new PortState(condition(place), Optional.of(place));
        }
        // An interface of a router is on no host, and on every one.
        final var problem = resolved.problems().ports().get(port.id());
        return new PortState(problem == null ? Condition.ACTIVE : Condition.down(problem), Optional.empty());
    }

    private Condition condition(final BoundPort place) {
        final var here = reports.get(place.hostId());
        if (here == null) {
            final var host = "host " + place.hostId();
            return hosts.get(place.hostId()).connected()
                ? Condition.build("br-int of " + host + " is not connected over OpenFlow")
                : Condition.down(host + " is not connected");
        }
        final var scope = new Scope.OfPort(place.port().id());
        final var network = new Scope.OfNetwork(place.port().networkId());
        if (here.isOpen(scope) || here.unconfirmed().contains(network)) {
            return Condition.build(here.why(scope).or(() -> here.why(network))
                .orElse("host " + place.hostId() + " has yet to confirm its flows"));
        }
        for (final var other : resolved.networks().get(place.port().networkId()).ports().keySet()) {
            final var report = reports.get(other);
            if (report != null && report.isOpen(scope)) {
                return Condition.build("host " + other + ": "
                    + report.why(scope).orElse("has yet to confirm the flows to the port"));
            }
        }
        final var open = place.guard().map(guard -> new Scope.OfPolicy(guard.policy()))
            .filter(policy -> here.isOpen(policy));
        if (open.isPresent()) {
            return Condition.build("host " + place.hostId() + ": "
                + here.why(open.get()).orElse("has yet to confirm the rules of the port's security groups"));
        }
        final var without = Stream.of(resolved.problems().security(), resolved.problems().qos())
            .map(problems -> problems.get(place.port().id())).filter(Objects::nonNull).toList();
        if (!without.isEmpty()) {
            return new Condition(Status.ACTIVE, Optional.of(String.join("; ", without)));
        }
        final var option = place.dhcp().flatMap(server -> place.port().dhcpOptions().stream()
            .filter(one -> one.ipVersion() == 4).flatMap(one -> Leases.problem(one).stream()).findFirst());
        if (option.isPresent()) {
            return new Condition(Status.ACTIVE, option);
        }
        final var option6 = place.ipv6().dhcp().flatMap(server -> place.port().dhcpOptions().stream()
            .filter(one -> one.ipVersion() == 6).flatMap(one -> ExtraOptions.problem(one).stream()).findFirst());
        if (option6.isPresent()) {
            return new Condition(Status.ACTIVE, option6);
        }
        return place.portSecurity() && place.port().fixedIps().isEmpty() && place.port().addressPairs().isEmpty()
            ? new Condition(Status.ACTIVE,
                Optional.of("port security is on and there are no fixed-ips: of IP only DHCP passes"))
            : Condition.ACTIVE;
    }
}
