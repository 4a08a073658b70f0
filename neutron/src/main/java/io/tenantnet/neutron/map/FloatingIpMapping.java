/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.FloatingIps;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIpBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIpKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Neutron's floating IP. Without a port it stands for nothing, whatever else it says. */
final class FloatingIpMapping implements Mapping<FloatingIp> {
    @Override
    public InstanceIdentifier<FloatingIp> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(FloatingIps.class)
            .child(FloatingIp.class, new FloatingIpKey(new Uuid(id))).build();
    }

    @Override
    public FloatingIp data(final String id, final Fields fields) {
        return new FloatingIpBuilder(new Identity(id, fields))
            .setFloatingNetworkId(Values.id(fields, "floating_network_id"))
            .setFloatingIpAddress(Values.address(fields, "floating_ip_address"))
            .setPortId(Values.id(fields, "port_id"))
            .setFixedIpAddress(Values.address(fields, "fixed_ip_address"))
            .setRouterId(Values.id(fields, "router_id"))
            .build();
    }
}
