/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.RouterInterface;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells what does not work because hosts are not joined to physical networks. */
final class PhysicalNetworks {
    /** So many hosts are named; the others are counted. */
    private static final int NAMED = 3;

    private final Map<String, Host> hosts;
    private final Resolved resolved;

    PhysicalNetworks(final Map<String, Host> hosts, final Resolved resolved) {
        this.hosts = hosts;
        this.resolved = resolved;
    }

    /** Which hosts are to be joined to a network's physical network, and are not. */
    Optional<String> problem(final Network network) {
        return network.physicalNetwork().flatMap(name -> {
            final var unjoined = hosts.values().stream().filter(host -> host.unjoined().containsKey(name)).map(Host::id)
                .collect(Collectors.toCollection(TreeSet::new));
            return unjoined.isEmpty() ? Optional.empty() : Optional.of(notJoined(unjoined, name));
        });
    }

    /** From which hosts a router does not reach one of its networks. */
    Optional<String> problem(final ResolvedRouter router) {
        final var texts = router.interfaces().stream().flatMap(one -> problem(router, one).stream()).toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
    }

    private Optional<String> problem(final ResolvedRouter router, final RouterInterface exit) {
        final var segment = exit.segment();
        return segment.network().physicalNetwork().flatMap(name -> {
            final var lacking = senders(router, exit);
            lacking.removeIf(id -> !resolved.sites().containsKey(id) || resolved.sites().get(id).carries(segment));
            return lacking.isEmpty() ? Optional.empty()
                : Optional.of("network " + exit.networkId() + " is not reached from everywhere: " + notJoined(lacking, name));
        });
    }

    /** The hosts from which the router may have to send something into a network. */
    private SortedSet<String> senders(final ResolvedRouter router, final RouterInterface exit) {
        final var senders = new TreeSet<String>();
        if (!carriers(exit).isEmpty()) {
            router.interfaces().forEach(one -> senders.addAll(carriers(one)));
            router.relays().values().forEach(senders::addAll);
            router.gateway().ifPresent(gateway -> senders.add(gateway.hostId()));
        } else {
            // Without a machine in it, only what other routers hand on goes there: on its way to the gateway host.
            router.gateway().ifPresent(gateway -> {
                senders.addAll(router.relays().getOrDefault(exit.networkId(), new TreeSet<>()));
                senders.remove(gateway.hostId());
            });
        }
        return senders;
    }

    private Collection<String> carriers(final RouterInterface one) {
        final var network = resolved.networks().get(one.networkId());
        return network == null ? List.of() : network.ports().keySet();
    }

    private String notJoined(final SortedSet<String> ids, final String name) {
        final var named = ids.stream().limit(NAMED).map(id -> "host " + id + " is not joined to physical network " + name
            + Optional.ofNullable(hosts.get(id)).map(host -> host.unjoined().get(name)).map(why -> ": " + why).orElse(""))
            .collect(Collectors.joining("; "));
        return ids.size() <= NAMED ? named : named + "; nor are " + (ids.size() - NAMED) + " more hosts";
    }
}
