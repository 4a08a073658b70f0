/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Meter;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.OutsideAddress;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Writes {@link Table#NEXT_HOP_OUTSIDE}. An address of an external network that the model knows is sent to directly; if it
 * is answered for on this host, the packet turns round here.
 */
final class NextHopOutsideWriter implements TableWriter {
    private static final int ANSWERED_FOR = 4000;
    private static final int PORT = 3000;
    private static final int NEIGHBOUR = 2900;
    /** Plus the length of the prefix: packets for a router's own networks have no business outside. */
    private static final int INSIDE = 2000;

    @Override
    public List<Flow> ofOutsideAddress(final Site here, final OutsideAddress address, final Scope origin) {
        final var setMac = new Action.SetField(Field.ETH_DST, address.mac());
        return List.of(new Flow(Table.NEXT_HOP_OUTSIDE, ANSWERED_FOR,
            Packets.to(MetadataBits.ofNetwork(address.segment()), address.address()),
            address.hostId().equals(here.hostId())
                ? Instructions.apply(setMac, new Action.ConntrackClear(), new Action.ForgetInPort(),
                    new Action.Resubmit(Table.OUTSIDE))
                : Instructions.applyAndGo(Table.WIRE, setMac), origin));
    }

    @Override
    public List<Flow> ofOutsidePort(final Site here, final BoundPort port) {
        return port.port().fixedIps().stream().map(FixedIp::address).distinct().map(address ->
            new Flow(Table.NEXT_HOP_OUTSIDE, PORT, Packets.to(MetadataBits.ofNetwork(port.segment()), address),
                Instructions.applyAndGo(Table.L2_FORWARD, new Action.SetField(Field.ETH_DST, port.port().mac())),
                new Scope.OfPort(port.port().id()))).toList();
    }

    @Override
    public List<Flow> ofNetwork(final Site here, final Placement network) {
        return network.outside().contains(here.hostId()) ? network.neighbours().entrySet().stream().map(neighbour ->
            new Flow(Table.NEXT_HOP_OUTSIDE, NEIGHBOUR,
                Packets.to(MetadataBits.ofNetwork(network.segment()), neighbour.getKey()),
                Instructions.applyAndGo(Table.WIRE, new Action.SetField(Field.ETH_DST, neighbour.getValue())),
                new Scope.OfNetwork(network.segment().network().id()))).toList() : List.of();
    }

    @Override
    public List<Flow> ofExit(final Site here, final ResolvedRouter router) {
        final var origin = new Scope.OfRouter(router.id());
        final var flows = new ArrayList<Flow>();
        final var seen = new HashSet<>();
        router.gateway().stream().flatMap(gateway -> gateway.paths().stream())
            .filter(path -> path.mac().isPresent() && seen.add(path.destination()))
            .forEach(path -> flows.add(new Flow(Table.NEXT_HOP_OUTSIDE, Routes.priority(path.destination()),
                Packets.to(Translation.of(router), path.destination()),
                Instructions.applyAndGo(Table.WIRE, new Action.SetField(Field.ETH_DST, path.mac().get())), origin)));
        // Who is not known yet is asked for; the packet is lost. OpenFlowPlugin cannot decode what conntrack says of it.
        router.gateway().ifPresent(gateway -> gateway.subnets().stream()
            .filter(subnet -> subnet.address().version() == 4 && seen.add(subnet)).forEach(subnet ->
                flows.add(new Flow(Table.NEXT_HOP_OUTSIDE, Routes.priority(subnet),
                    Packets.to(Translation.of(router), subnet),
                    Instructions.apply(new Action.ConntrackClear(), new Action.ToController())
                        .metered(Questions.meter(router, Meter.Use.QUESTIONS)), origin))));
        router.interfaces().stream().flatMap(one -> one.subnets().stream()).distinct().forEach(subnet ->
            flows.add(new Flow(Table.NEXT_HOP_OUTSIDE, INSIDE + subnet.length(),
                Packets.to(Translation.of(router), subnet), Instructions.DROP, origin)));
        return flows;
    }
}
