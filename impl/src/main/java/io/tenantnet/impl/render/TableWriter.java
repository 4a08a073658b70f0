/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.FloatingAddress;
import io.tenantnet.impl.resolve.ForwardedAddress;
import io.tenantnet.impl.resolve.Gateway;
import io.tenantnet.impl.resolve.OutsideAddress;
import io.tenantnet.impl.resolve.Placement;
import io.tenantnet.impl.resolve.Policy;
import io.tenantnet.impl.resolve.ResolvedRouter;
import io.tenantnet.impl.resolve.RouterInterface;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/** The flows of one table of one switch. Each table has one writer, and no other class makes flows for it. */
interface TableWriter {
    /** The flows that a switch always has. */
    default List<Flow> ofSwitch(final Site here) {
        return List.of();
    }

    /** The flows of a network that the switch carries, other than those of its ports. */
    default List<Flow> ofNetwork(final Site here, final Placement network) {
        return List.of();
    }

    /** The flows of a network whose ports the switch knows: it carries the network, or routers on it lead there. */
    default List<Flow> ofKnownNetwork(final Site here, final Placement network) {
        return List.of();
    }

    /** The flows of a security policy that the switch has ports with. */
    default List<Flow> ofPolicy(final Site here, final Policy policy) {
        return List.of();
    }

    /** The flows of a port of a network that the switch carries; the port is here or on another host. */
    default List<Flow> ofPort(final Site here, final BoundPort port) {
        return List.of();
    }

    /** The flows of a port to which a router on the switch leads, beside those of {@link #ofPort}. */
    default List<Flow> ofRoutedPort(final Site here, final BoundPort port) {
        return List.of();
    }

    /** The flows of a port to which only a router on the switch leads: the switch does not carry its network. */
    default List<Flow> ofDistantPort(final Site here, final BoundPort port) {
        return List.of();
    }

    /** The flows of a router for which the switch is the way to the world outside. */
    default List<Flow> ofGateway(final Site here, final ResolvedRouter router, final Gateway gateway) {
        return List.of();
    }

    /** The flows of a router that sends packets outside from the switch: its own, or those of floating IPs. */
    default List<Flow> ofExit(final Site here, final ResolvedRouter router) {
        return List.of();
    }

    /** The flows of a floating IP whose addresses are exchanged on the switch. */
    default List<Flow> ofFloating(final Site here, final FloatingAddress floating) {
        return List.of();
    }

    /** The flows of a floating IP some of whose ports lead to machines, on the gateway host. */
    default List<Flow> ofForwarded(final Site here, final ForwardedAddress forwarded) {
        return List.of();
    }

    /** The flows of an address of an external network that the switch carries; it is answered for here or elsewhere. */
    default List<Flow> ofOutsideAddress(final Site here, final OutsideAddress address, final Scope origin) {
        return List.of();
    }

    /** The flows of a port of an external network in which the switch answers for addresses. */
    default List<Flow> ofOutsidePort(final Site here, final BoundPort port) {
        return List.of();
    }

    /** The flows of a router for those who ask for it in the network of one of its interfaces, which the switch carries. */
    default List<Flow> ofRouter(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        return List.of();
    }

    /**
     * The flows of a router for packets that come to it through one of its interfaces: the switch carries the network, or
     * other routers on the switch hand packets on in it.
     */
    default List<Flow> ofEntry(final Site here, final ResolvedRouter router, final RouterInterface entry) {
        return List.of();
    }
}
