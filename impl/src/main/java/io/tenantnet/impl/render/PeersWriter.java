/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Guard;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link io.tenantnet.impl.flow.Table#EGRESS_PEERS} and {@link io.tenantnet.impl.flow.Table#INGRESS_PEERS}: for
 * every member of a group that some rule here asks for, the number of the member's policy by its address. The rules match
 * that number, so that one more member costs one flow for each of its addresses, whatever the number of rules and of
 * networks from which routers lead to it: it is known by the routing domain of the port here, and only by its network where
 * another network of the domain has the same address.
 */
final class PeersWriter implements TableWriter {
    /** A longer prefix comes first. */
    private static final int MEMBER = 100;
    private static final int OTHER = 0;

    private final Acl acl;

    PeersWriter(final Acl acl) {
        this.acl = acl;
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        if (here.security().isEmpty()) {
            return List.of();
        }
        return List.of(new Flow(acl.peers(), OTHER, Match.ANY, found(0), new Scope.OfSwitch()));
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        final var flows = new ArrayList<Flow>();
        port.guard().filter(guard -> guard.isIn(acl.asked(here.security()))).ifPresent(guard ->
            guard.addresses().forEach(block -> flows.add(member(port, guard, block))));
        return flows;
    }

    @Override
    public List<Flow> ofDistantPort(final Site here, final BoundPort port) {
        return ofPort(here, port);
    }

    private Flow member(final BoundPort port, final Guard guard, final Cidr block) {
        final int version = block.address().version();
        final var known = guard.abroad().contains(block)
            ? Match.ANY.with(Field.REG0, Integer.toUnsignedLong(guard.domain())) : MetadataBits.ofNetwork(port.segment());
        final var match = Packets.ofType(known, version == 4 ? Packets.IPV4 : Packets.IPV6)
            .with(acl.remote(version), block);
        return new Flow(acl.peers(), MEMBER + block.length(), match, found(guard.policy()),
            new Scope.OfPort(port.port().id()));
    }

    private Instructions found(final int policy) {
        return Instructions.applyAndGo(acl.rules(), new Action.SetField(Field.REG0, Integer.toUnsignedLong(policy)));
    }
}
