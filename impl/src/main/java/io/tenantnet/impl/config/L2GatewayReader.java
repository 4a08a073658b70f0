/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.L2Gateway;
import io.tenantnet.impl.model.SwitchPort;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.Devices;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.l2.gateway.devices.Interfaces;

/** Reads a layer 2 gateway. */
final class L2GatewayReader {
    private final org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2Gateway source;
    private final LeafReader leaves;
    private final VlanReader vlans;

    L2GatewayReader(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.l2gw.rev261121.l2.gateways.l2.gateways.L2Gateway source) {
        this.source = source;
        leaves = LeafReader.of("l2-gateway", source.getUuid().getValue());
        vlans = new VlanReader(leaves);
    }

    L2Gateway read() {
        leaves.checkTexts(source);
        final var interfaces = new TreeMap<SwitchPort, SortedSet<Integer>>();
        for (final var device : Optional.ofNullable(source.getDevices()).orElse(List.of())) {
            leaves.checkLength("devices/device-name", device.getDeviceName(), 1, 255);
            for (final var one : Optional.ofNullable(device.getInterfaces()).orElse(List.of())) {
                interfaces.put(port(device, one), vlans(one));
            }
        }
        return new L2Gateway(leaves.uuid("uuid", source.getUuid().getValue()), interfaces);
    }

    private SwitchPort port(final Devices device, final Interfaces one) {
        leaves.checkLength("devices/interfaces/name", one.getName(), 1, 255);
        return new SwitchPort(device.getDeviceName(), one.getName());
    }

    private SortedSet<Integer> vlans(final Interfaces one) {
        final var found = new TreeSet<Integer>();
        Optional.ofNullable(one.getSegmentationIds()).orElse(List.of())
            .forEach(vlan -> found.add(vlans.read("devices/interfaces/segmentation-ids", vlan)));
        return found;
    }
}
