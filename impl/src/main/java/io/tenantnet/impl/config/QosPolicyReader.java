/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.model.QosPolicy.BandwidthLimit;
import java.util.Optional;
import java.util.OptionalInt;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.QosDirection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.qos.policy.BandwidthLimitRules;
import org.opendaylight.yangtools.yang.common.Uint64;

/** Reads a QoS policy, with the checks of Neutron's API (extension qos). */
final class QosPolicyReader {
    /** What OpenFlow 1.3 can say. */
    private static final long MOST = 0xffff_ffffL;
    private static final int HIGHEST_DSCP = 63;
    /** A frame of 1,518 bytes and some: with less to spend at once, none would ever pass. */
    private static final long LEAST_DEFAULT_BURST = 16;

    private final org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy source;
    private final LeafReader leaves;

    QosPolicyReader(final org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy source) {
        this.source = source;
        leaves = LeafReader.of("QoS policy", source.getUuid().getValue());
    }

    QosPolicy read() {
        final var id = leaves.uuid("uuid", source.getUuid().getValue());
        leaves.checkTexts(source);
        source.nonnullMinimumBandwidthRules().forEach(rule -> {
            final var leaf = "minimum-bandwidth-rules " + rule.getDirection().getName() + "/min-kbps";
            number(leaf, leaves.needed(leaf, rule.getMinKbps()), 0);
        });
        return new QosPolicy(id, limit(QosDirection.Egress), limit(QosDirection.Ingress), dscp(),
            !source.nonnullMinimumBandwidthRules().isEmpty());
    }

    private Optional<BandwidthLimit> limit(final QosDirection direction) {
        return source.nonnullBandwidthLimitRules().stream().filter(rule -> rule.getDirection() == direction).findFirst()
            .map(this::limit);
    }

    private BandwidthLimit limit(final BandwidthLimitRules rule) {
        final var list = "bandwidth-limit-rules " + rule.getDirection().getName() + "/";
        final long kbps = number(list + "max-kbps", leaves.needed(list + "max-kbps", rule.getMaxKbps()), 1);
        final long burst = rule.getMaxBurstKbps() == null ? 0
            : number(list + "max-burst-kbps", rule.getMaxBurstKbps(), 0);
        // Neutron's advice for TCP, and what its agents take for a burst of 0.
        return new BandwidthLimit(kbps, burst > 0 ? burst : Math.max(kbps * 4 / 5, LEAST_DEFAULT_BURST));
    }

    private OptionalInt dscp() {
        if (source.getDscpMark() == null) {
            return OptionalInt.empty();
        }
        final long mark = source.getDscpMark().toJava();
        if (mark > HIGHEST_DSCP) {
            throw leaves.refused("dscp-mark", mark, "is not in 0.." + HIGHEST_DSCP);
        }
        return OptionalInt.of((int) mark);
    }

    private long number(final String leaf, final Uint64 value, final long least) {
        if (value.compareTo(Uint64.valueOf(least)) < 0 || value.compareTo(Uint64.valueOf(MOST)) > 0) {
            throw leaves.refused(leaf, value, "is not in " + least + ".." + MOST);
        }
        return value.longValue();
    }
}
