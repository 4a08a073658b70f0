/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.outside;

import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.packet.PacketIn;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.render.Delivery;
import io.tenantnet.impl.render.MetadataBits;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Segment;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is to be asked for, and by whom.
 *
 * @param hostId  the host that asks
 * @param segment the external network
 * @param mac     the MAC address that asks
 * @param own     the address that asks
 * @param target  the address that is asked for
 */
record Question(String hostId, Segment segment, MacAddress mac, IpAddress own, IpAddress target) {
    /** Where the destination address of an IPv4 packet stands in an Ethernet frame. */
    private static final int TARGET = 30;

    /** What is known of the address when it is answered. */
    Place place() {
        return new Place(segment.network().id(), target);
    }

    /** The question on the wire; empty where the host has no way there. */
    Optional<PacketOut> packet(final Resolved resolved) {
        return Optional.ofNullable(resolved.sites().get(hostId)).flatMap(site -> Delivery.toWire(site, segment))
            .map(actions -> new PacketOut(hostId, actions, ArpFrame.request(mac, own, target).broadcast()));
    }

    /** Whether there is still a gateway in the network. */
    boolean isNeeded(final Resolved resolved) {
        return resolved.routers().values().stream()
            .anyMatch(router -> router.gateway().filter(gateway -> gateway.segment().equals(segment)).isPresent());
    }

    /** Whom a packet was for that a router could not send; empty where it is no such packet. */
    static Optional<Question> ofPacket(final PacketIn packet, final Resolved resolved) {
        if (packet.table() != Table.NEXT_HOP_OUTSIDE.id() || packet.frame().length < TARGET + Integer.BYTES) {
            return Optional.empty();
        }
        final var target = new IpAddress(4, 0, Integer.toUnsignedLong(ByteBuffer.wrap(packet.frame()).getInt(TARGET)));
        return about(target, resolved, gateway -> MetadataBits.isOf(packet.metadata(), gateway.segment()));
    }

    /** The question that an answer of before would answer; empty where there is no gateway to ask any more. */
    static Optional<Question> ofPlace(final Place place, final Resolved resolved) {
        return about(place.address(), resolved, gateway -> gateway.segment().network().id().equals(place.networkId()));
    }

    private static Optional<Question> about(final IpAddress target, final Resolved resolved,
            final Predicate<Gateway> isThere) {
        return byPresence(resolved).stream().flatMap(router -> router.gateway().stream())
            .filter(gateway -> !gateway.ipv4().isEmpty()).filter(isThere)
            .filter(gateway -> gateway.subnets().stream().anyMatch(subnet -> subnet.contains(target)))
            .map(gateway -> of(gateway, target)).findFirst();
    }

    private static Question of(final Gateway gateway, final IpAddress target) {
        return new Question(gateway.hostId(), gateway.segment(), gateway.mac(), gateway.ipv4().get(0), target);
    }

    /** The next hops of all gateways that are no ports of the model; each is asked for by one of its routers. */
    static Map<Place, Question> ofNextHops(final Resolved resolved) {
        final Map<Place, Question> questions = new HashMap<>();
        for (final var router : byPresence(resolved)) {
            router.gateway().filter(gateway -> !gateway.ipv4().isEmpty())
                .ifPresent(gateway -> gateway.paths().stream()
                    .filter(path -> !path.isPort() && path.nexthop().version() == 4)
                    .map(path -> of(gateway, path.nexthop()))
                    .forEach(question -> questions.putIfAbsent(question.place(), question)));
        }
        return questions;
    }

    /** The routers, those first whose gateway host is there. */
    private static List<ResolvedRouter> byPresence(final Resolved resolved) {
        return resolved.routers().values().stream().sorted(Comparator.<ResolvedRouter, Boolean>comparing(router ->
            router.gateway().filter(gateway -> resolved.sites().containsKey(gateway.hostId())).isEmpty())
            .thenComparing(ResolvedRouter::id)).toList();
    }
}
