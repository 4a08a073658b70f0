/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.Resolved;
import java.util.List;
import java.util.function.Function;

/** Derives the flows that a switch is to hold. Pure: equal input gives equal flows, whatever happened before. */
public final class Renderer {
    private static final List<TableWriter> WRITERS = List.of(new ClassifierWriter(), new TunnelWriter(),
        new SourceCheckWriter(), new ArpResponderWriter(), new EgressAclWriter(), new RouterWriter(),
        new L2ForwardWriter(), new FloodWriter(), new IngressAclWriter(), new DeliverWriter());

    private Renderer() {
    }

    /**
     * The flows of one scope on a host's br-int.
     *
     * @param resolved the model
     * @param hostId   the host
     * @param scope    what the flows are to be there for
     * @return the flows, none of whose keys another scope has; none where the host does not need the scope
     */
    public static List<Flow> render(final Resolved resolved, final String hostId, final Scope scope) {
        final var here = resolved.sites().get(hostId);
        if (here == null) {
            return List.of();
        }
        if (scope instanceof Scope.OfNetwork network) {
            final var placement = resolved.networks().get(network.id());
            return placement == null || !placement.isOn(hostId) ? List.of()
                : collect(writer -> writer.ofNetwork(here, placement));
        }
        if (scope instanceof Scope.OfPort ofPort) {
            final var port = resolved.ports().get(ofPort.id());
            return port == null || !resolved.networks().get(port.port().networkId()).isOn(hostId) ? List.of()
                : collect(writer -> writer.ofPort(here, port));
        }
        return collect(writer -> writer.ofSwitch(here));
    }

    private static List<Flow> collect(final Function<TableWriter, List<Flow>> part) {
        return WRITERS.stream().map(part).flatMap(List::stream).toList();
    }
}
