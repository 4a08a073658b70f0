/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.QosDirection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.QosPolicies;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicyBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicyKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.qos.policy.BandwidthLimitRules;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.qos.policy.BandwidthLimitRulesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.qos.policy.MinimumBandwidthRules;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.qos.policy.MinimumBandwidthRulesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;

/** Neutron's QoS policy with its rules, which the driver sends inside it. */
final class QosPolicyMapping implements Mapping<QosPolicy> {
    private static final long HIGHEST = Integer.MAX_VALUE;

    @Override
    public InstanceIdentifier<QosPolicy> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(QosPolicies.class)
            .child(QosPolicy.class, new QosPolicyKey(new Uuid(id))).build();
    }

    @Override
    public QosPolicy data(final String id, final Fields fields) {
        return new QosPolicyBuilder(new Identity(id, fields))
            .setShared(Values.flag(fields, "shared"))
            .setBandwidthLimitRules(Lists.keyed(fields, "bandwidth_limit_rules", QosPolicyMapping::limit,
                BandwidthLimitRules::key))
            .setMinimumBandwidthRules(Lists.keyed(fields, "minimum_bandwidth_rules", QosPolicyMapping::minimum,
                MinimumBandwidthRules::key))
            .setDscpMark(mark(fields))
            .build();
    }

    private static BandwidthLimitRules limit(final Fields fields) {
        return new BandwidthLimitRulesBuilder().setDirection(direction(fields)).setMaxKbps(kbps(fields, "max_kbps"))
            .setMaxBurstKbps(kbps(fields, "max_burst_kbps")).build();
    }

    private static MinimumBandwidthRules minimum(final Fields fields) {
        return new MinimumBandwidthRulesBuilder().setDirection(direction(fields)).setMinKbps(kbps(fields, "min_kbps"))
            .build();
    }

    private static @Nullable Uint32 mark(final Fields fields) {
        final var key = "dscp_marking_rules";
        final var marks = fields.objects(key);
        if (marks.size() > 1) {
            throw fields.wrong(key, "has more than one rule");
        }
        return marks.stream().findFirst().map(rule -> Values.number(rule, "dscp_mark")).orElse(null);
    }

    private static @Nullable Uint64 kbps(final Fields fields, final String key) {
        return fields.number(key, HIGHEST).map(Uint64::valueOf).orElse(null);
    }

    private static QosDirection direction(final Fields fields) {
        final var key = "direction";
        // Neutron's default, of the time before rules had a direction.
        return fields.word(key).map(name -> QosDirection.forName(name)
            .orElseThrow(() -> fields.wrong(key, "is neither ingress nor egress"))).orElse(QosDirection.Egress);
    }
}
