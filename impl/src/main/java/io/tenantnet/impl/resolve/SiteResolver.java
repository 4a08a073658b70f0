/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.net.IpAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds, on every host, the tunnels to the others among the interfaces that OVSDB shows, whoever made them. */
final class SiteResolver {
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, Map<String, String>> problems = new TreeMap<>();
    private final Set<IpAddress> vteps;

    SiteResolver(final Collection<Host> hosts, final Set<IpAddress> vteps) {
        this.vteps = vteps;
        final var members = hosts.stream().filter(host -> host.datapathId().isPresent()).toList();
        members.forEach(host -> sites.put(host.id(), site(host, members)));
    }

    private Site site(final Host host, final List<Host> members) {
        final var tunnels = host.interfaces().values().stream()
            .filter(candidate -> candidate.tunnelPeer().isPresent() && candidate.ofport().isPresent())
            .sorted(Comparator.comparing(HostInterface::name))
            .toList();
        final var ports = new TreeSet<Integer>();
        final Map<IpAddress, Integer> fixed = new HashMap<>();
        Integer byFlow = null;
        for (final var tunnel : tunnels) {
            final int ofport = tunnel.ofport().getAsInt();
            final var address = tunnel.tunnelPeer().get().address();
            ports.add(ofport);
            if (address.isPresent()) {
                fixed.putIfAbsent(address.get(), ofport);
            } else if (byFlow == null) {
                byFlow = ofport;
            }
        }
        final var egress = new TreeMap<String, Site.Egress>();
        for (final var peer : members) {
            if (!peer.id().equals(host.id())) {
                egress(host, peer, fixed, byFlow).ifPresent(way -> egress.put(peer.id(), way));
            }
        }
        return new Site(host.id(), Collections.unmodifiableSortedSet(ports),
            Collections.unmodifiableSortedMap(egress), providers(host, ports), toVteps(host, fixed, byFlow),
            SitePolicies.NONE);
    }

    /** While Open vSwitch renumbers its ports, two may be seen with the same number for a moment. */
    private static SortedMap<String, Integer> providers(final Host host, final Set<Integer> tunnels) {
        final var taken = new HashSet<>(tunnels);
        final var found = new TreeMap<String, Integer>();
        new TreeMap<>(host.providers()).forEach((name, port) -> {
            if (taken.add(port.ofport())) {
                found.put(name, port.ofport());
            }
        });
        return Collections.unmodifiableSortedMap(found);
    }

    private SortedMap<IpAddress, Site.Egress> toVteps(final Host host, final Map<IpAddress, Integer> fixed,
            final Integer byFlow) {
        final var ways = new TreeMap<IpAddress, Site.Egress>();
        if (host.tunnelAddress().isPresent()) {
            vteps.forEach(address -> way(address, fixed, byFlow).ifPresent(way -> ways.put(address, way)));
        }
        return Collections.unmodifiableSortedMap(ways);
    }

    private static Optional<Site.Egress> way(final IpAddress address, final Map<IpAddress, Integer> fixed,
            final Integer byFlow) {
        if (fixed.containsKey(address)) {
            return Optional.of(new Site.Egress(fixed.get(address), Optional.empty()));
        }
        return Optional.ofNullable(byFlow).map(ofport -> new Site.Egress(ofport, Optional.of(address)));
    }

    private Optional<Site.Egress> egress(final Host host, final Host peer, final Map<IpAddress, Integer> fixed,
            final Integer byFlow) {
        if (host.tunnelAddress().isEmpty() || peer.tunnelAddress().isEmpty()) {
            problem(host, peer, "host " + (host.tunnelAddress().isEmpty() ? host : peer).id()
                + " has set no other_config:local_ip");
            return Optional.empty();
        }
        final var address = peer.tunnelAddress().get();
        if (address.equals(host.tunnelAddress().get())) {
            problem(host, peer, "both hosts have set other_config:local_ip=" + address);
            return Optional.empty();
        }
        final var way = way(address, fixed, byFlow);
        if (way.isEmpty()) {
            problem(host, peer, "br-int has no tunnel port for " + address + " yet");
        }
        return way;
    }

    private void problem(final Host host, final Host peer, final String text) {
        problems.computeIfAbsent(host.id(), key -> new TreeMap<>()).put(peer.id(), text);
    }

    Map<String, Site> sites() {
        return sites;
    }

    Map<String, Map<String, String>> problems() {
        return problems;
    }
}
