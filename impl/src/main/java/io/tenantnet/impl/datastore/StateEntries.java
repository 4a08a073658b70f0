/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.state.Condition;
import io.tenantnet.impl.state.HostState;
import io.tenantnet.impl.state.NetworkState;
import io.tenantnet.impl.state.PlacedState;
import io.tenantnet.impl.state.PortState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.FloatingIp;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.FloatingIpBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HostBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.NetworkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortForwarding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortForwardingBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Router;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.RouterBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Subnet;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.SubnetBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Trunk;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.TrunkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.OpenstackSetting;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.OpenstackSettingBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.PhysicalNetwork;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.PhysicalNetworkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.Tunnel;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.TunnelBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.UnclaimedInterface;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.UnclaimedInterfaceBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.ObjectStatus;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Writes the state down in the terms of the YANG model. */
final class StateEntries {
    private StateEntries() {
    }

    static Network network(final UUID id, final NetworkState state) {
        final var entry = new NetworkBuilder().setUuid(uuid(id))
            .setStatus(status(state.condition())).setReason(state.condition().reason().orElse(null))
            .setHostIds(List.copyOf(state.hosts()));
        state.segmentationId().ifPresent(number ->
            entry.setSegmentationId(new SegmentationId(Uint32.fromIntBits(number))));
        return entry.build();
    }

    static Subnet subnet(final UUID id, final Condition condition) {
        return new SubnetBuilder().setUuid(uuid(id)).setStatus(status(condition))
            .setReason(condition.reason().orElse(null)).build();
    }

    static Trunk trunk(final UUID id, final Condition condition) {
        return new TrunkBuilder().setUuid(uuid(id)).setStatus(status(condition))
            .setReason(condition.reason().orElse(null)).build();
    }

    static Router router(final UUID id, final PlacedState state) {
        return new RouterBuilder().setUuid(uuid(id)).setStatus(status(state.condition()))
            .setReason(state.condition().reason().orElse(null)).setGatewayHostId(state.hostId().orElse(null)).build();
    }

    static FloatingIp floatingIp(final UUID id, final PlacedState state) {
        return new FloatingIpBuilder().setUuid(uuid(id)).setStatus(status(state.condition()))
            .setReason(state.condition().reason().orElse(null)).setHostId(state.hostId().orElse(null)).build();
    }

    static PortForwarding portForwarding(final UUID id, final Condition condition) {
        return new PortForwardingBuilder().setUuid(uuid(id)).setStatus(status(condition))
            .setReason(condition.reason().orElse(null)).build();
    }

    static Port port(final UUID id, final PortState state) {
        final Optional<BoundPort> place = state.place();
        return new PortBuilder().setUuid(uuid(id)).setStatus(status(state.condition()))
            .setReason(state.condition().reason().orElse(null))
            .setHostId(place.map(BoundPort::hostId).orElse(null))
            .setInterfaceName(place.map(BoundPort::interfaceName).orElse(null))
            .setOfport(place.map(port -> Uint32.valueOf(port.ofport())).orElse(null)).build();
    }

    static Host host(final String id, final HostState state) {
        final var host = state.host();
        final var entry = new HostBuilder().setHostId(id).setHostname(host.hostname().orElse(null))
            .setManagementAddress(host.management().map(IpAddress::new).orElse(null))
            .setDatapathType(host.datapathType().orElse(null))
            .setTunnelAddress(host.tunnelAddress().map(address -> new IpAddress(address.toString())).orElse(null))
            .setOvsdbConnected(host.connected()).setOpenflowConnected(state.openFlow())
            .setStatus(status(state.condition())).setReason(state.condition().reason().orElse(null))
            .setFlowsWanted(Uint32.valueOf(state.wanted())).setFlowsInstalled(Uint32.valueOf(state.installed()))
            .setFlowsRepaired(Uint32.valueOf(state.repaired()))
            .setTunnel(tunnels(state)).setPhysicalNetwork(providers(host)).setOpenstackSetting(settings(host))
            .setUnclaimedInterface(interfaces(state));
        host.datapathId().ifPresent(datapath -> entry.setDatapathId(String.format("%016x", datapath)));
        return entry.build();
    }

    private static List<Tunnel> tunnels(final HostState state) {
        final var entries = new ArrayList<Tunnel>();
        state.tunnels().forEach((peer, tunnel) -> entries.add(new TunnelBuilder().setRemoteHostId(peer)
            .setRemoteAddress(tunnel.address().isEmpty() ? null : new IpAddress(tunnel.address()))
            .setOfport(tunnel.ofport() == 0 ? null : Uint32.valueOf(tunnel.ofport()))
            .setStatus(status(tunnel.condition())).setReason(tunnel.condition().reason().orElse(null)).build()));
        return entries;
    }

    private static List<PhysicalNetwork> providers(final io.tenantnet.impl.model.Host host) {
        return host.providers().entrySet().stream().map(entry -> new PhysicalNetworkBuilder().setName(entry.getKey())
            .setDevice(entry.getValue().device()).setOfport(Uint32.valueOf(entry.getValue().ofport())).build()).toList();
    }

    private static List<OpenstackSetting> settings(final io.tenantnet.impl.model.Host host) {
        return host.openStack().entrySet().stream()
            .map(entry -> new OpenstackSettingBuilder().setName(entry.getKey()).setValue(entry.getValue()).build()).toList();
    }

    private static List<UnclaimedInterface> interfaces(final HostState state) {
        final var entries = new ArrayList<UnclaimedInterface>();
        state.interfaces().forEach((name, reason) -> entries.add(new UnclaimedInterfaceBuilder().setName(name)
            .setIfaceId(Optional.ofNullable(state.host().interfaces().get(name))
                .flatMap(HostInterface::ifaceId).orElse(null))
            .setReason(reason).build()));
        return entries;
    }

    static Uuid uuid(final UUID id) {
        return new Uuid(id.toString());
    }

    static ObjectStatus status(final Condition condition) {
        return switch (condition.status()) {
            case ACTIVE -> ObjectStatus.ACTIVE;
            case BUILD -> ObjectStatus.BUILD;
            case DOWN -> ObjectStatus.DOWN;
        };
    }
}
