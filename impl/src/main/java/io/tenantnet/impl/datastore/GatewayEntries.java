/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.state.Condition;
import io.tenantnet.impl.state.VtepState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HardwareVtep;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HardwareVtepBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2Gateway;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2GatewayBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2GatewayConnection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.L2GatewayConnectionBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepBinding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepBindingBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepServiceNode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.VtepServiceNodeBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.LearnedMac;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.LearnedMacBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.LogicalSwitch;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.LogicalSwitchBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.PhysicalSwitch;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.PhysicalSwitchBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.physical._switch.PhysicalPort;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.physical._switch.PhysicalPortBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.physical._switch.physical.port.VlanBinding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.hardware.vtep.physical._switch.physical.port.VlanBindingBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.MacAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Writes the state of what is attached through hardware VTEPs down in the terms of the YANG model. */
final class GatewayEntries {
    private GatewayEntries() {
    }

    static L2Gateway gateway(final UUID id, final Condition condition) {
        return new L2GatewayBuilder().setUuid(StateEntries.uuid(id)).setStatus(StateEntries.status(condition))
            .setReason(condition.reason().orElse(null)).build();
    }

    static L2GatewayConnection connection(final UUID id, final Condition condition) {
        return new L2GatewayConnectionBuilder().setUuid(StateEntries.uuid(id))
            .setStatus(StateEntries.status(condition)).setReason(condition.reason().orElse(null)).build();
    }

    static VtepBinding binding(final UUID id, final Condition condition) {
        return new VtepBindingBuilder().setUuid(StateEntries.uuid(id)).setStatus(StateEntries.status(condition))
            .setReason(condition.reason().orElse(null)).build();
    }

    static VtepServiceNode serviceNodes(final UUID id, final Condition condition) {
        return new VtepServiceNodeBuilder().setUuid(StateEntries.uuid(id)).setStatus(StateEntries.status(condition))
            .setReason(condition.reason().orElse(null)).build();
    }

    static HardwareVtep vtep(final String id, final VtepState state) {
        final var vtep = state.vtep();
        return new HardwareVtepBuilder().setDatabaseId(id).setManagementAddress(new IpAddress(vtep.management()))
            .setOvsdbConnected(vtep.connected()).setStatus(StateEntries.status(state.condition()))
            .setReason(state.condition().reason().orElse(null))
            .setPhysicalSwitch(vtep.switches().entrySet().stream()
                .map(entry -> physicalSwitch(vtep, entry.getKey(), entry.getValue())).toList())
            .setLogicalSwitch(vtep.logicalSwitches().entrySet().stream()
                .map(entry -> logicalSwitch(entry.getKey(), entry.getValue())).toList())
            .setLearnedMac(macs(vtep)).build();
    }

    private static PhysicalSwitch physicalSwitch(final Vtep vtep, final String name, final Vtep.PhysicalSwitch device) {
        return new PhysicalSwitchBuilder().setName(name).setDescription(device.description().orElse(null))
            .setManagementAddresses(List.copyOf(device.management()))
            .setTunnelAddresses(device.tunnels().stream().map(address -> new IpAddress(address.toString())).toList())
            .setFaults(List.copyOf(device.faults()))
            .setPhysicalPort(device.ports().entrySet().stream()
                .map(entry -> port(vtep, entry.getKey(), entry.getValue())).toList()).build();
    }

    private static PhysicalPort port(final Vtep vtep, final String name, final Vtep.PhysicalPort port) {
        return new PhysicalPortBuilder().setName(name).setFaults(List.copyOf(port.faults()))
            .setVlanBinding(port.bindings().entrySet().stream().map(entry -> binding(vtep, entry)).toList()).build();
    }

    private static VlanBinding binding(final Vtep vtep, final Map.Entry<Integer, String> binding) {
        return new VlanBindingBuilder().setVlanId(Uint32.valueOf(binding.getKey()))
            .setLogicalSwitch(binding.getValue())
            .setNetworkId(Optional.ofNullable(vtep.logicalSwitches().get(binding.getValue()))
                .flatMap(Vtep.LogicalSwitch::network).map(StateEntries::uuid).orElse(null)).build();
    }

    private static LogicalSwitch logicalSwitch(final String name, final Vtep.LogicalSwitch one) {
        final var entry = new LogicalSwitchBuilder().setName(name)
            .setNetworkId(one.network().map(StateEntries::uuid).orElse(null));
        if (one.key().isPresent() && one.key().getAsLong() >= 0 && one.key().getAsLong() <= 0xffff_ffffL) {
            entry.setTunnelKey(Uint32.valueOf(one.key().getAsLong()));
        }
        return entry.build();
    }

    private static List<LearnedMac> macs(final Vtep vtep) {
        return vtep.macs().stream().filter(Vtep.LearnedMac::present).map(one -> new LearnedMacBuilder()
            .setNetworkId(new Uuid(one.network().toString()))
            .setMacAddress(new MacAddress(one.mac().toString()))
            .setTunnelAddress(new IpAddress(one.locator().toString())).build()).toList();
    }
}
