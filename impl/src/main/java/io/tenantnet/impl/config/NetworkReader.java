/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNullElse;

import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.network.Segments;
import org.opendaylight.yangtools.yang.common.Uint32;

/**
 * Reads a network. One with segments (Neutron's multi-provider extension) is represented by the first of its vxlan
 * segments, or by its first segment where none is vxlan, since a network has one identifier inside a switch.
 */
final class NetworkReader {
    private static final int DEFAULT_MTU = 1450;
    // RFC 791: every internet module must forward a datagram of 68 octets; 65535 is the longest there is.
    private static final int LOWEST_MTU = 68;
    private static final int HIGHEST_MTU = 65535;

    private final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network source;
    private final LeafReader leaves;

    NetworkReader(final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks
            .Network source) {
        this.source = source;
        leaves = LeafReader.of("network", source.getUuid().getValue());
    }

    Network read() {
        final var id = leaves.uuid("uuid", source.getUuid().getValue());
        leaves.checkTexts(source);
        final var segment = segments().stream()
            .min(Comparator.comparing(candidate -> candidate.type() != NetworkType.VXLAN));
        return new Network(id, segment.map(ProviderSegment::type).orElseGet(this::ownType),
            segment.map(ProviderSegment::physicalNetwork).filter(name -> !name.isEmpty()),
            // A GRE key uses all 32 bits.
            segment.filter(taken -> taken.type() != NetworkType.FLAT)
                .map(taken -> OptionalInt.of((int) taken.segmentationId())).orElseGet(OptionalInt::empty),
            requireNonNullElse(source.isAdminStateUp(), Boolean.TRUE),
            requireNonNullElse(source.isPortSecurityEnabled(), Boolean.TRUE), mtu(),
            requireNonNullElse(source.isVlanTransparent(), Boolean.FALSE),
            Optional.ofNullable(source.getQosPolicyId())
                .map(policy -> leaves.uuid("qos-policy-id", policy.getValue())));
    }

    private NetworkType ownType() {
        return source.nonnullSegments().isEmpty() ? type(source.getNetworkType(), NetworkType.VXLAN)
            : NetworkType.LOCAL;
    }

    /** Reads what the network takes: its segments in their order, or itself as the only one; empty for none yet. */
    List<ProviderSegment> segments() {
        if (source.nonnullSegments().isEmpty()) {
            return new SegmentReader(leaves, "").read(type(source.getNetworkType(), NetworkType.VXLAN),
                source.getPhysicalNetwork(), source.getSegmentationId()).stream().toList();
        }
        refuseLeavesBesideSegments();
        final var segments = new ArrayList<ProviderSegment>();
        final var seen = new HashSet<ProviderSegment>();
        source.nonnullSegments().stream().sorted(Comparator.comparing(Segments::getIndex)).forEach(segment -> {
            final var list = "segments " + segment.getIndex() + "/";
            final var type = type(leaves.needed(list + "network-type", segment.getNetworkType()), NetworkType.VXLAN);
            new SegmentReader(leaves, list).read(type, segment.getPhysicalNetwork(), segment.getSegmentationId())
                .ifPresent(taken -> {
                    if (!seen.add(taken)) {
                        throw leaves.refused("segments", segment.getIndex(), "is the same as an earlier segment");
                    }
                    segments.add(taken);
                });
        });
        return segments;
    }

    private void refuseLeavesBesideSegments() {
        // The default cannot be told from what was written: what reads the datastore fills it in.
        final var type = type(source.getNetworkType(), NetworkType.VXLAN);
        refuseBesideSegments("network-type", type == NetworkType.VXLAN ? null : type);
        refuseBesideSegments("physical-network", source.getPhysicalNetwork());
        refuseBesideSegments("segmentation-id",
            source.getSegmentationId() == null ? null : source.getSegmentationId().getValue());
    }

    private void refuseBesideSegments(final String leaf, final @Nullable Object value) {
        if (value != null) {
            throw leaves.refused(leaf, value, "stands beside segments, which say the same for each segment");
        }
    }

    private static NetworkType type(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.@Nullable NetworkType type,
            final NetworkType absent) {
        return type == null ? absent : NetworkType.valueOf(type.name().toUpperCase(java.util.Locale.ROOT));
    }

    private int mtu() {
        final var mtu = requireNonNullElse(source.getMtu(), Uint32.valueOf(DEFAULT_MTU));
        if (mtu.toJava() < LOWEST_MTU || mtu.toJava() > HIGHEST_MTU) {
            throw leaves.refused("mtu", mtu, "is not in " + LOWEST_MTU + ".." + HIGHEST_MTU);
        }
        return mtu.intValue();
    }
}
