/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.net.IpAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
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
        final var ports = new TreeMap<Integer, NetworkType>();
        final Map<NetworkType, SortedMap<String, Site.Egress>> ways = new EnumMap<>(NetworkType.class);
        for (final var type : NetworkType.values()) {
            final var found = new Tunnels(host, type);
            found.ports.forEach(ofport -> ports.putIfAbsent(ofport, type));
            // All hosts are joined by vxlan tunnels; those of another kind are made where they are used.
            if (type == NetworkType.VXLAN || !found.ports.isEmpty()) {
                ways.put(type, ways(host, members, found));
            }
        }
        return new Site(host.id(), Collections.unmodifiableSortedMap(ports), Collections.unmodifiableMap(ways),
            providers(host, ports.keySet()), toVteps(host, new Tunnels(host, NetworkType.VXLAN)), SitePolicies.NONE);
    }

    private SortedMap<String, Site.Egress> ways(final Host host, final List<Host> members, final Tunnels tunnels) {
        final var egress = new TreeMap<String, Site.Egress>();
        for (final var peer : members) {
            if (!peer.id().equals(host.id())) {
                egress(host, peer, tunnels).ifPresent(way -> egress.put(peer.id(), way));
            }
        }
        return Collections.unmodifiableSortedMap(egress);
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

    private SortedMap<IpAddress, Site.Egress> toVteps(final Host host, final Tunnels tunnels) {
        final var found = new TreeMap<IpAddress, Site.Egress>();
        if (host.tunnelAddress().isPresent()) {
            vteps.forEach(address -> tunnels.to(address).ifPresent(way -> found.put(address, way)));
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private Optional<Site.Egress> egress(final Host host, final Host peer, final Tunnels tunnels) {
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
        final var way = tunnels.to(address);
        if (way.isEmpty()) {
            problem(host, peer, "br-int has no tunnel port for " + address + " yet");
        }
        return way;
    }

    private void problem(final Host host, final Host peer, final String text) {
        problems.computeIfAbsent(host.id(), key -> new TreeMap<>()).put(peer.id(), text);
    }

    /** The tunnels of one kind that a host has. */
    private static final class Tunnels {
        private final Set<Integer> ports = new TreeSet<>();
        private final Map<IpAddress, Integer> fixed = new HashMap<>();
        private Integer byFlow;

        Tunnels(final Host host, final NetworkType type) {
            host.interfaces().values().stream().sorted(Comparator.comparing(HostInterface::name)).forEach(one ->
                one.tunnelPeer().filter(peer -> peer.type() == type)
                    .ifPresent(peer -> one.ofport().ifPresent(ofport -> add(peer.address(), ofport))));
        }

        private void add(final Optional<IpAddress> address, final int ofport) {
            ports.add(ofport);
            if (address.isPresent()) {
                fixed.putIfAbsent(address.get(), ofport);
            } else if (byFlow == null) {
                byFlow = ofport;
            }
        }

        Optional<Site.Egress> to(final IpAddress address) {
            return fixed.containsKey(address) ? Optional.of(new Site.Egress(fixed.get(address), Optional.empty()))
                : Optional.ofNullable(byFlow).map(ofport -> new Site.Egress(ofport, Optional.of(address)));
        }
    }

    Map<String, Site> sites() {
        return sites;
    }

    Map<String, Map<String, String>> problems() {
        return problems;
    }
}
