/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.L3;
import io.tenantnet.impl.model.PortForwarding;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.ForwardedAddress.Forwarding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds where port forwardings lead. */
final class ForwardingResolver {
    private final Map<UUID, ForwardedAddress> found = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final Set<Object> taken = new HashSet<>();
    private final L3 l3;
    private final FloatingResolver floating;
    private final PortResolver ports;

    ForwardingResolver(final L3 l3, final FloatingResolver floating, final PortResolver ports) {
        this.l3 = l3;
        this.floating = floating;
        this.ports = ports;
        l3.portForwardings().values().stream().sorted(Comparator.comparing(PortForwarding::id))
            .forEach(wanted -> resolve(wanted).ifPresent(problem -> problems.put(wanted.id(), problem)));
    }

    /** What stands in the way; empty where nothing does. */
    private Optional<String> resolve(final PortForwarding wanted) {
        final var address = l3.floatingIps().get(wanted.floatingIpId());
        if (address == null) {
            return Optional.of("floating IP " + wanted.floatingIpId() + " does not exist");
        }
        if (!floating.isFree(address.id())) {
            return Optional.of("floating IP " + address.id() + ": "
                + floating.problems().getOrDefault(address.id(), "it stands for a port of its own"));
        }
        final var port = ports.bound().get(wanted.portId());
        if (port == null) {
            return Optional.of("port " + wanted.portId() + ": "
                + ports.problems().getOrDefault(wanted.portId(), "it does not exist"));
        }
        final var inside = wanted.fixedIp().or(() -> port.port().fixedIps().stream().map(FixedIp::address)
            .filter(one -> one.version() == 4).findFirst());
        if (inside.isEmpty() || port.port().fixedIps().stream().noneMatch(ip -> ip.address().equals(inside.get()))) {
            return Optional.of("port " + wanted.portId() + " has not the address "
                + inside.map(IpAddress::toString).orElse("of IPv4 that it needs"));
        }
        final var other = floating.standingFor(port.port().networkId(), inside.get());
        if (other.isPresent()) {
            return Optional.of("port " + wanted.portId() + " goes out from floating IP " + other.get());
        }
        final var former = Optional.ofNullable(found.get(address.id()));
        final var router = floating.candidates(address).stream()
            .filter(one -> former.map(its -> its.router().equals(one.id())).orElse(true))
            .filter(one -> FloatingResolver.entry(one, port, inside.get()).isPresent()).findFirst();
        if (router.isEmpty()) {
            return Optional.of("no router that joins network " + address.networkId() + " joins the network of port "
                + wanted.portId() + former.map(its -> ", or not router " + its.router()
                    + " of the floating IP's other forwardings").orElse(""));
        }
        if (!taken.add(List.of(address.id(), wanted.protocol(), wanted.externalPort()))) {
            return Optional.of("external-port " + wanted.externalPort() + " of the floating IP leads elsewhere already");
        }
        final var all = new ArrayList<>(former.map(ForwardedAddress::ports).orElse(List.of()));
        all.add(new Forwarding(wanted.id(), wanted.protocol(), wanted.externalPort(), inside.get(), wanted.internalPort(),
            wanted.allowed()));
        found.put(address.id(), new ForwardedAddress(address.id(), floating.outside(address, router.get()),
            router.get().id(), router.get().zone(), all));
        return Optional.empty();
    }

    /** By floating IP. */
    Map<UUID, ForwardedAddress> found() {
        return found;
    }

    Map<UUID, String> problems() {
        return problems;
    }
}
