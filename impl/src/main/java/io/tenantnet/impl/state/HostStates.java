/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.TunnelMode;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Resolved;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Derives the state of hosts. */
final class HostStates {
    private static final Condition NO_PORT_OF_ITM = new Condition(Status.ACTIVE, Optional.of(
        "Genius ITM has made no port for it: one whose flows set the destination leads there meanwhile"));

    private final boolean isItmWanted;
    private final Map<String, Host> hosts;
    private final Resolved resolved;
    private final Map<String, SwitchReport> reports;

    HostStates(final TunnelMode mode, final Map<String, Host> hosts, final Resolved resolved,
            final Map<String, SwitchReport> reports) {
        isItmWanted = mode == TunnelMode.ITM;
        this.hosts = hosts;
        this.resolved = resolved;
        this.reports = reports;
    }

    HostState of(final Host host) {
        final var report = reports.get(host.id());
        return new HostState(host, condition(host, report), report != null, report == null ? 0 : report.wanted(),
            report == null ? 0 : report.confirmed(), report == null ? 0 : report.repaired(), tunnels(host),
            new TreeMap<>(resolved.problems().interfaces().getOrDefault(host.id(), Map.of())));
    }

    /** A mapping that cannot be followed is told of, but all else works without it. */
    private static Condition condition(final Host host, final SwitchReport report) {
        final var own = ownCondition(host, report);
        final var unjoined = new TreeMap<>(host.unjoined()).entrySet().stream().map(entry -> entry.getKey().isEmpty()
            ? entry.getValue() : "physical network " + entry.getKey() + ": " + entry.getValue());
        final var reasons = Stream.concat(own.reason().stream(), unjoined).toList();
        return reasons.isEmpty() ? own : new Condition(own.status(), Optional.of(String.join("; ", reasons)));
    }

    private static Condition ownCondition(final Host host, final SwitchReport report) {
        if (host.problem().isPresent()) {
            return Condition.down(host.problem().get());
        }
        if (report == null) {
            return host.datapathId().isEmpty() ? Condition.down("it has no br-int")
                : host.openFlow().isPresent() ? Condition.down(
                    "br-int is connected over OpenFlow, but OpenFlowPlugin has not become its master: it is made to"
                        + " connect again")
                : host.connected() ? Condition.down("br-int is not connected over OpenFlow")
                : Condition.down("it is not connected");
        }
        if (report.problem().isPresent()) {
            return Condition.build(report.problem().get());
        }
        if (!host.connected()) {
            return Condition.build("its OVSDB connection is lost: changes of its interfaces are not seen");
        }
        return report.wanted() == report.confirmed() ? Condition.ACTIVE
            : Condition.build(report.wanted() - report.confirmed() + " flows are on their way");
    }

    private TreeMap<String, HostState.Tunnel> tunnels(final Host host) {
        final var tunnels = new TreeMap<String, HostState.Tunnel>();
        final var site = resolved.sites().get(host.id());
        if (site != null) {
            site.egress(NetworkType.VXLAN).forEach((peer, way) ->
                tunnels.put(peer, new HostState.Tunnel(addressOf(peer), way.ofport(),
                    isItmWanted && !site.hasOwnPort(peer) ? NO_PORT_OF_ITM : Condition.ACTIVE)));
            resolved.problems().tunnels().getOrDefault(host.id(), Map.of()).forEach((peer, reason) ->
                tunnels.put(peer, new HostState.Tunnel(addressOf(peer), 0, Condition.down(reason))));
        }
        return tunnels;
    }

    private String addressOf(final String hostId) {
        return hosts.get(hostId).tunnelAddress().map(IpAddress::toString).orElse("");
    }
}
