/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Networks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.NetworkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.NetworkKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.network.Segments;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.network.SegmentsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.NetworkType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Neutron's network, with its provider, multi-provider and external-net extensions. */
final class NetworkMapping implements Mapping<Network> {
    private static final String TYPE = "provider:network_type";
    private static final String PHYSICAL = "provider:physical_network";
    private static final String SEGMENT = "provider:segmentation_id";

    @Override
    public InstanceIdentifier<Network> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(Networks.class)
            .child(Network.class, new NetworkKey(new Uuid(id))).build();
    }

    @Override
    public Network data(final String id, final Fields fields) {
        final var builder = new NetworkBuilder(new Identity(id, fields))
            .setExternal(Values.flag(fields, "router:external"))
            .setShared(Values.flag(fields, "shared"))
            .setAdminStateUp(Values.flag(fields, "admin_state_up"))
            .setVlanTransparent(Values.flag(fields, "vlan_transparent"))
            .setPortSecurityEnabled(Values.flag(fields, "port_security_enabled"))
            .setQosPolicyId(Values.id(fields, "qos_policy_id"))
            .setMtu(mtu(fields));
        final var segments = fields.objects("segments");
        if (segments.size() > 1) {
            return builder.setSegments(segments(segments)).build();
        }
        final var only = segments.isEmpty() ? fields : segments.get(0);
        return builder.setNetworkType(type(only)).setPhysicalNetwork(only.word(PHYSICAL).orElse(null))
            .setSegmentationId(segment(only)).build();
    }

    private static List<Segments> segments(final List<Fields> segments) {
        final var mapped = new ArrayList<Segments>();
        for (final var segment : segments) {
            mapped.add(new SegmentsBuilder().setIndex(Uint16.valueOf(mapped.size())).setNetworkType(type(segment))
                .setPhysicalNetwork(segment.word(PHYSICAL).orElse(null)).setSegmentationId(segment(segment)).build());
        }
        return mapped;
    }

    private static @Nullable NetworkType type(final Fields fields) {
        return fields.word(TYPE).map(name -> NetworkType.forName(name).orElseThrow(() ->
            fields.wrong(TYPE, "is none of local, flat, vlan, vxlan, gre and geneve"))).orElse(null);
    }

    private static @Nullable SegmentationId segment(final Fields fields) {
        final var number = Values.number(fields, SEGMENT);
        return number == null ? null : new SegmentationId(number);
    }

    private static @Nullable Uint32 mtu(final Fields fields) {
        final var mtu = Values.number(fields, "mtu");
        // Neutron up to Newton says 0 where it does not know.
        return Uint32.ZERO.equals(mtu) ? null : mtu;
    }
}
