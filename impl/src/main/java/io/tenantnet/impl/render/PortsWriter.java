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
import io.tenantnet.impl.net.IpProtocol;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes {@link io.tenantnet.impl.flow.Table#EGRESS_PORTS} and {@link io.tenantnet.impl.flow.Table#INGRESS_PORTS}: the
 * destination port is copied into a register, where OpenFlowPlugin can match ranges of it by masks. After the connection
 * was looked up, because only then a packet that came in fragments is whole (ovs-actions(7), ct).
 */
final class PortsWriter implements TableWriter {
    private static final int WITH_PORTS = 100;
    private static final int OTHER = 0;
    private static final Map<Integer, Field> PORTS = Map.of(IpProtocol.TCP, Field.TCP_DST, IpProtocol.UDP, Field.UDP_DST,
        IpProtocol.SCTP, Field.SCTP_DST);

    private final Acl acl;

    PortsWriter(final Acl acl) {
        this.acl = acl;
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        if (here.security().isEmpty()) {
            return List.of();
        }
        final var flows = new ArrayList<Flow>();
        final var zero = new Action.SetField(Field.REG2, 0);
        flows.add(flow(OTHER, Match.ANY, zero));
        PORTS.forEach((protocol, port) -> List.of(Packets.IPV4, Packets.IPV6).forEach(version ->
            flows.add(flow(WITH_PORTS, Packets.ofType(Match.ANY, version).with(Field.IP_PROTO, protocol), zero,
                new Action.Move(port, Field.REG2)))));
        return flows;
    }

    private Flow flow(final int priority, final Match match, final Action... actions) {
        return new Flow(acl.ports(), priority, match, Instructions.applyAndGo(acl.peers(), actions),
            new Scope.OfSwitch());
    }
}
