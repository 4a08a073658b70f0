/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@link io.tenantnet.impl.flow.Table#EGRESS_ALLOWED} and {@link io.tenantnet.impl.flow.Table#INGRESS_ALLOWED}.
 * Only what changes a connection is sent to connection tracking once more.
 */
final class AllowedWriter implements TableWriter {
    private static final int CHANGES = 100;
    private static final int OTHER = 0;

    private final Acl acl;

    AllowedWriter(final Acl acl) {
        this.acl = acl;
    }

    @Override
    public List<Flow> ofSwitch(final Site here) {
        if (here.security().isEmpty()) {
            return List.of();
        }
        final var flows = new ArrayList<Flow>();
        Packets.ip().forEach(ip -> {
            flows.add(flow(CHANGES, Connections.are(ip, Connections.NEW, Connections.INVALID), Connections.allow()));
            flows.add(flow(CHANGES, Connections.blocked(Connections.are(ip, Connections.ESTABLISHED, 0)),
                Connections.allow()));
        });
        flows.add(flow(OTHER, Match.ANY));
        return flows;
    }

    private Flow flow(final int priority, final Match match, final Action... actions) {
        return new Flow(acl.allowed(), priority, match, Instructions.applyAndGo(acl.passed(), actions),
            new Scope.OfSwitch());
    }
}
