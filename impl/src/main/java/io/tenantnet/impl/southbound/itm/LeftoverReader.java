/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.southbound.itm.Leftovers.Entry;
import io.tenantnet.impl.southbound.itm.Leftovers.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.interfaces.rev140508.Interfaces;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.FlowCapableNode;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.Table;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.inventory.rev130819.tables.table.Flow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.interfacemanager.servicebinding.rev160406.ServiceBindings;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.interfacemanager.servicebinding.rev160406.service.bindings
    .ServicesInfo;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105
    .OvsdbTerminationPointAugmentation;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NetworkTopology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.NodeId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.TopologyId;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.Topology;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.TopologyKey;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.Node;
import org.opendaylight.yang.gen.v1.urn.tbd.params.xml.ns.yang.network.topology.rev131021.network.topology.topology.node
    .TerminationPoint;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Reads what Genius keeps about tunnels. May be used from any thread. */
final class LeftoverReader {
    private static final InstanceIdentifier<Topology> OVSDB = InstanceIdentifier.create(NetworkTopology.class)
        .child(Topology.class, new TopologyKey(new TopologyId("ovsdb:1")));
    private static final InstanceIdentifier<Nodes> NODES = InstanceIdentifier.create(Nodes.class);
    private static final InstanceIdentifier<ServiceBindings> BINDINGS =
        InstanceIdentifier.create(ServiceBindings.class);

    private final Store store;

    LeftoverReader(final Store store) {
        this.store = requireNonNull(store);
    }

    /**
     * What is there now.
     *
     * @throws IllegalStateException if the datastore cannot be read
     */
    Leftovers read() {
        final var entries = new ArrayList<Entry>();
        // What may be orphaned before what owns it: an entry written meanwhile has its interface then.
        addPorts(entries::add);
        addFlows(entries::add);
        addBindings(entries::add);
        final var interfaces = entries.isEmpty() ? Set.<String>of()
            : store.config(InstanceIdentifier.create(Interfaces.class)).map(Interfaces::nonnullInterface)
                .orElse(List.of()).stream().flatMap(entry -> TunnelNames.find(entry.getName()).stream())
                .collect(Collectors.toSet());
        return new Leftovers(interfaces, entries);
    }

    private void addPorts(final Consumer<Entry> entries) {
        final var nodes = store.config(OVSDB).map(Topology::nonnullNode).orElse(List.of());
        if (nodes.isEmpty()) {
            return;
        }
        final Set<NodeId> seen = store.read(LogicalDatastoreType.OPERATIONAL, OVSDB).map(Topology::nonnullNode)
            .orElse(List.of()).stream().map(Node::getNodeId).collect(Collectors.toSet());
        for (final var node : nodes) {
            final var kind = seen.contains(node.getNodeId()) ? Kind.PORT : Kind.PORT_OF_ABSENT_BRIDGE;
            node.nonnullTerminationPoint().stream().filter(port -> !isFlowBased(port)).forEach(
                port -> TunnelNames.find(port.getTpId().getValue()).ifPresent(
                    tunnel -> entries.accept(new Entry(kind, tunnel,
                        OVSDB.child(Node.class, node.key()).child(TerminationPoint.class, port.key())))));
        }
    }

    /** Whether a port serves all tunnels of its bridge (use-of-tunnels): then it has a name, but no interface. */
    private static boolean isFlowBased(final TerminationPoint port) {
        return Optional.ofNullable(port.augmentation(OvsdbTerminationPointAugmentation.class))
            .map(OvsdbTerminationPointAugmentation::nonnullOptions).orElse(List.of()).stream()
            .anyMatch(option -> "remote_ip".equals(option.getOption()) && "flow".equals(option.getValue()));
    }

    private void addFlows(final Consumer<Entry> entries) {
        for (final var node : store.config(NODES).map(Nodes::nonnullNode).orElse(List.of())) {
            final var path = NODES.child(org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node
                .class, node.key()).augmentation(FlowCapableNode.class);
            final var tables = Optional.ofNullable(node.augmentation(FlowCapableNode.class))
                .map(FlowCapableNode::nonnullTable).orElse(List.of());
            tables.forEach(table -> table.nonnullFlow().forEach(
                flow -> TunnelNames.find(flow.getId().getValue()).ifPresent(
                    tunnel -> entries.accept(new Entry(Kind.FLOW, tunnel,
                        path.child(Table.class, table.key()).child(Flow.class, flow.key()))))));
        }
    }

    private void addBindings(final Consumer<Entry> entries) {
        store.config(BINDINGS).map(ServiceBindings::nonnullServicesInfo).orElse(List.of()).forEach(
            binding -> TunnelNames.find(binding.getInterfaceName()).ifPresent(tunnel -> entries.accept(
                new Entry(Kind.BINDING, tunnel, BINDINGS.child(ServicesInfo.class, binding.key())))));
    }
}
