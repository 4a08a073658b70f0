/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.NetworkType;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;

/**
 * Reads the three leaves that say how a network travels, with the rules of Neutron's type drivers: local takes neither
 * a physical network nor an identifier, flat a physical network alone, vlan both, and the tunnel types an identifier
 * alone. Only a vxlan network may go without identifier, since only it is given one.
 *
 * @param leaves the object's leaves
 * @param list   what to put before the names of the leaves: empty, or the list entry they are in and a slash
 */
record SegmentReader(LeafReader leaves, String list) {
    private static final String PHYSICAL = "physical-network";
    private static final String ID = "segmentation-id";

    /** Reads what a segment takes; empty where it takes nothing yet. */
    Optional<ProviderSegment> read(final NetworkType type, final @Nullable String physical,
            final @Nullable SegmentationId id) {
        leaves.checkLength(list + PHYSICAL, physical, 1, 255);
        final boolean onPhysical = type == NetworkType.FLAT || type == NetworkType.VLAN;
        if (!onPhysical && physical != null) {
            throw leaves.refused(list + PHYSICAL, physical, "has no meaning for a network of type " + type);
        }
        if (onPhysical && physical == null) {
            throw leaves.missing(list + PHYSICAL, "a network of type " + type + " needs one");
        }
        if (id == null) {
            return withoutId(type, physical);
        }
        final long value = id.getValue().toJava();
        if (value < 1 || value > highest(type, id)) {
            throw leaves.refused(list + ID, value, "is not in 1.." + highest(type, id) + " of type " + type);
        }
        return Optional.of(new ProviderSegment(type, onPhysical ? physical : "", value));
    }

    private Optional<ProviderSegment> withoutId(final NetworkType type, final @Nullable String physical) {
        return switch (type) {
            case LOCAL -> Optional.empty();
            case FLAT -> Optional.of(new ProviderSegment(type, physical, 0));
            case VXLAN -> {
                if (!list.isEmpty()) {
                    throw leaves.missing(list + ID, "identifiers are given to networks without segments only");
                }
                yield Optional.empty();
            }
            case VLAN, GRE, GENEVE -> throw leaves.missing(list + ID,
                "a network of type " + type + " needs one; only vxlan networks are given one");
        };
    }

    private long highest(final NetworkType type, final SegmentationId id) {
        return switch (type) {
            case LOCAL, FLAT -> throw leaves.refused(list + ID, id.getValue(),
                "has no meaning for a network of type " + type);
            case VLAN -> 4094;
            case VXLAN, GENEVE -> 0xff_ffff;
            case GRE -> 0xffff_ffffL;
        };
    }
}
