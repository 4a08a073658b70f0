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
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.OutsideAddress;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.RouterInterface;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link Table#ARP_RESPONDER}: requests for the address of a router are answered on the sender's host (RFC 826),
 * others look for the address among those of known ports; all other ARP goes on as any frame does.
 */
final class ArpResponderWriter implements TableWriter {
    private static final int ASKS_FOR_ITSELF = 200;
    private static final int KNOWN = 100;
    private static final int REQUEST = 50;
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(
            new Flow(Table.ARP_RESPONDER, REQUEST, MetadataBits.fromAnyPort(Packets.ofType(Match.ANY, Packets.ARP))
                .with(Field.ARP_OP, Packets.ARP_REQUEST), Instructions.applyAndGo(Table.ARP_ANSWER,
                    AddressesWriter.ask(Field.ARP_TPA).toArray(Action[]::new)), new Scope.OfSwitch()),
            new Flow(Table.ARP_RESPONDER, OTHER, Match.ANY, Instructions.goTo(Table.L2_FORWARD), new Scope.OfSwitch()));
    }

    /** TenantNet as the network's DHCP server: clients renew their leases by unicast. */
    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        return network.servers().stream().map(server -> new Flow(Table.ARP_RESPONDER, KNOWN,
            ArpAnswer.request(MetadataBits.ofNetworkFromPort(network.segment()), server.address()),
            answer(server.address(), server.mac()), new Scope.OfNetwork(network.segment().network().id()))).toList();
    }

    @Override
    public List<Flow> ofPort(final Site here, final BoundPort port) {
        final var origin = new Scope.OfPort(port.port().id());
        // An answer would tell the machine that somebody else has its address (RFC 5227).
        return port.hostId().equals(here.hostId()) ? port.port().fixedIps().stream().map(FixedIp::address)
            .filter(ip -> ip.version() == 4).distinct()
            .map(ip -> new Flow(Table.ARP_RESPONDER, ASKS_FOR_ITSELF,
                ArpAnswer.request(MetadataBits.ofPort(port), ip), Instructions.goTo(Table.L2_FORWARD), origin)).toList()
            : List.of();
    }

    @Override
    public List<Flow> ofRouter(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        return entry.addresses().stream().filter(ip -> ip.version() == 4).distinct()
            .map(ip -> new Flow(Table.ARP_RESPONDER, KNOWN,
                ArpAnswer.request(MetadataBits.ofNetworkFromPort(entry.segment()), ip), answer(ip, entry.mac()),
                new Scope.OfRouter(router.id())))
            .toList();
    }

    @Override
    public List<Flow> ofOutsideAddress(final Site here, final OutsideAddress address, final Scope origin) {
        return address.address().version() == 4 ? List.of(new Flow(Table.ARP_RESPONDER, KNOWN,
            ArpAnswer.request(MetadataBits.ofNetworkFromPort(address.segment()), address.address()),
            answer(address.address(), address.mac()), origin)) : List.of();
    }

    private static Instructions answer(final IpAddress ip, final MacAddress mac) {
        return Instructions.applyAndGo(Table.ANSWER, ArpAnswer.actions(ip, mac));
    }
}
