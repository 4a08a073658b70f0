/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.OutsideAddress;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Derives the flows that a switch is to hold. Pure: equal input gives equal flows, whatever happened before. */
public final class Renderer {
    private static final List<TableWriter> WRITERS = List.of(new ClassifierWriter(), new TunnelWriter(),
        new ProviderWriter(), new TrunkWriter(), new EgressQosWriter(), new SourceCheckWriter(), new ArpResponderWriter(),
        new NdResponderWriter(), new AddressesWriter(), new ArpAnswerWriter(), new DhcpWriter(),
        new PolicyWriter(Acl.EGRESS), new PortsWriter(Acl.EGRESS), new PeersWriter(Acl.EGRESS),
        new RulesWriter(Acl.EGRESS), new AllowedWriter(Acl.EGRESS), new DeniedWriter(Acl.EGRESS),
        new OutsideWriter(), new DestinationNatWriter(), new InwardWriter(),
        new RouterWriter(), new NextRouterWriter(), new OutwardWriter(), new NextHopWriter(), new NextHopFoundWriter(),
        new TranslateWriter(), new SourceNatWriter(), new NextHopOutsideWriter(), new L2ForwardWriter(), new FloodWriter(),
        new WireWriter(),
        new PolicyWriter(Acl.INGRESS), new PortsWriter(Acl.INGRESS), new PeersWriter(Acl.INGRESS),
        new RulesWriter(Acl.INGRESS), new AllowedWriter(Acl.INGRESS), new DeniedWriter(Acl.INGRESS),
        new IngressQosWriter(), new DeliverWriter(), new AnswerWriter());

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
            return placement == null || !placement.knownTo().contains(hostId) ? List.of()
                : network(here, placement);
        }
        if (scope instanceof Scope.OfPort ofPort) {
            final var port = resolved.ports().get(ofPort.id());
            return port == null ? List.of() : port(here, resolved.networks().get(port.port().networkId()), port);
        }
        if (scope instanceof Scope.OfRouter ofRouter) {
            final var router = resolved.routers().get(ofRouter.id());
            return router == null ? List.of() : router(resolved, here, router);
        }
        if (scope instanceof Scope.OfFloatingIp ofFloating) {
            final var forwarded = resolved.forwarded().get(ofFloating.id());
            final var floating = resolved.floating().get(ofFloating.id());
            return forwarded != null ? exchanged(resolved, here, forwarded.outside(), scope,
                    writer -> writer.ofForwarded(here, forwarded))
                : floating != null ? exchanged(resolved, here, floating.outside(), scope,
                    writer -> writer.ofFloating(here, floating))
                : List.of();
        }
        if (scope instanceof Scope.OfPolicy ofPolicy) {
            final var policy = here.security().policies().get(ofPolicy.id());
            return policy == null ? List.of() : collect(writer -> writer.ofPolicy(here, policy));
        }
        return collect(writer -> writer.ofSwitch(here));
    }

    private static List<Flow> router(final Resolved resolved, final Site here, final ResolvedRouter router) {
        final var entries = router.interfaces().stream().flatMap(one -> {
            final boolean carried = isOn(resolved, one.networkId(), here);
            return collect(writer -> Stream.of(
                carried ? writer.ofRouter(here, router, one) : List.<Flow>of(),
                carried || router.relaysOn(here.hostId(), one.networkId()) ? writer.ofEntry(here, router, one)
                    : List.<Flow>of()).flatMap(List::stream).toList()).stream();
        });
        final var gateway = router.gateway().filter(its -> router.leavesFrom(here.hostId())).stream()
            .flatMap(its -> collect(writer -> writer.ofGateway(here, router, its)).stream());
        final var exit = router.exits().contains(here.hostId())
            ? collect(writer -> writer.ofExit(here, router)).stream() : Stream.<Flow>of();
        final var addresses = router.gateway().stream().flatMap(Gateway::outsideAddresses)
            .flatMap(address -> address(resolved, here, address, new Scope.OfRouter(router.id())));
        return Stream.of(entries, gateway, exit, addresses).flatMap(flows -> flows).toList();
    }

    private static List<Flow> exchanged(final Resolved resolved, final Site here, final OutsideAddress address,
            final Scope origin, final Function<TableWriter, List<Flow>> part) {
        final var flows = address.hostId().equals(here.hostId()) ? collect(part).stream() : Stream.<Flow>of();
        return Stream.concat(flows, address(resolved, here, address, origin)).toList();
    }

    private static Stream<Flow> address(final Resolved resolved, final Site here, final OutsideAddress address,
            final Scope origin) {
        return isOn(resolved, address.networkId(), here)
            ? collect(writer -> writer.ofOutsideAddress(here, address, origin)).stream() : Stream.of();
    }

    private static boolean isOn(final Resolved resolved, final UUID networkId, final Site here) {
        final var network = resolved.networks().get(networkId);
        return network != null && network.isOn(here.hostId());
    }

    private static List<Flow> network(final Site here, final Placement network) {
        final boolean carried = network.isOn(here.hostId());
        return collect(writer -> Stream.of(
            carried ? writer.ofNetwork(here, network) : List.<Flow>of(), writer.ofKnownNetwork(here, network))
            .flatMap(List::stream).toList());
    }

    private static List<Flow> port(final Site here, final Placement network, final BoundPort port) {
        final boolean carried = network.isOn(here.hostId());
        final boolean routed = network.isRoutedFrom(here.hostId());
        final boolean outside = network.outside().contains(here.hostId());
        // Most calls of all: ports times switches times tables.
        final var flows = new ArrayList<Flow>();
        for (final var writer : WRITERS) {
            if (carried) {
                flows.addAll(writer.ofPort(here, port));
            }
            if (routed) {
                flows.addAll(writer.ofRoutedPort(here, port));
                if (!carried) {
                    flows.addAll(writer.ofDistantPort(here, port));
                }
            }
            if (outside) {
                flows.addAll(writer.ofOutsidePort(here, port));
            }
        }
        return List.copyOf(flows);
    }

    private static List<Flow> collect(final Function<TableWriter, List<Flow>> part) {
        final var flows = new ArrayList<Flow>();
        WRITERS.forEach(writer -> flows.addAll(part.apply(writer)));
        return List.copyOf(flows);
    }
}
