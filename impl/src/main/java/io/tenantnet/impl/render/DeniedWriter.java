/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link io.tenantnet.impl.flow.Table#EGRESS_DENIED} and {@link io.tenantnet.impl.flow.Table#INGRESS_DENIED}: every
 * packet ends here, and with it the connection that it belongs to. The rule that sent it here has counted it.
 */
final class DeniedWriter implements TableWriter {
    private static final int ON_CONNECTION = 100;
    private static final int OTHER = 0;

    private final Acl acl;

    DeniedWriter(final Acl acl) {
        this.acl = acl;
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        if (here.security().isEmpty()) {
            return List.of();
        }
        final var flows = new ArrayList<Flow>();
        Packets.ip().forEach(ip -> flows.add(flow(ON_CONNECTION, Connections.unblocked(Connections.are(ip,
            Connections.ESTABLISHED, Connections.REPLY | Connections.INVALID)),
            Instructions.apply(Connections.block()))));
        flows.add(flow(OTHER, Match.ANY, Instructions.DROP));
        return flows;
    }

    private Flow flow(final int priority, final Match match, final Instructions instructions) {
        return new Flow(acl.denied(), priority, match, instructions, new Scope.OfSwitch());
    }
}
