/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.QosPolicy.BandwidthLimit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.QosDirection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicyBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.qos.policy.BandwidthLimitRulesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.qos.policy.MinimumBandwidthRulesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;

class QosPolicyReaderTest {
    private static final String ID = "7d5b0a1e-6f0e-4e58-8a7a-000000000001";

    @Test
    void emptyPolicyDoesNothing() {
        final var policy = ConfigReader.qosPolicy(policy().build());
        assertThat(policy.isOnEgress()).isFalse();
        assertThat(policy.ingress()).isEmpty();
        assertThat(policy.guarantees()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"20000,,16000", "20000,0,16000", "20000,300,300", "4294967295,,3435973836", "1,,16"})
    void burstIsOfAFifthLessThanASecondUnlessGiven(final String kbps, final String burst, final long expected) {
        final var policy = ConfigReader.qosPolicy(limited(QosDirection.Ingress, kbps, burst).build());
        assertThat(policy.ingress()).contains(new BandwidthLimit(Long.parseLong(kbps), expected));
        assertThat(policy.egress()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0||max-kbps '0' is not in 1..4294967295",
        "4294967296||max-kbps '4294967296' is not in 1..4294967295",
        "10|4294967296|max-burst-kbps '4294967296' is not in 0..4294967295", "||max-kbps is missing"})
    void refusesLimitsThatNoMeterHas(final String kbps, final String burst, final String message) {
        assertThatThrownBy(() -> ConfigReader.qosPolicy(limited(QosDirection.Egress, kbps, burst).build()))
            .hasMessage("QoS policy " + ID + ": bandwidth-limit-rules egress/" + message);
    }

    @Test
    void codePoints() {
        assertThat(ConfigReader.qosPolicy(policy().setDscpMark(Uint32.valueOf(63)).build()).dscp()).hasValue(63);
        assertThatThrownBy(() -> ConfigReader.qosPolicy(policy().setDscpMark(Uint32.valueOf(64)).build()))
            .hasMessage("QoS policy " + ID + ": dscp-mark '64' is not in 0..63");
    }

    @Test
    void guarantees() {
        final var rule = new MinimumBandwidthRulesBuilder().setDirection(QosDirection.Egress);
        assertThat(ConfigReader.qosPolicy(policy().setMinimumBandwidthRules(
            List.of(rule.setMinKbps(Uint64.ZERO).build())).build()).guarantees()).isTrue();
        assertThatThrownBy(() -> ConfigReader.qosPolicy(policy().setMinimumBandwidthRules(
            List.of(rule.setMinKbps((Uint64) null).build())).build()))
            .hasMessage("QoS policy " + ID + ": minimum-bandwidth-rules egress/min-kbps is missing");
    }

    private static QosPolicyBuilder policy() {
        return new QosPolicyBuilder().setUuid(new Uuid(ID));
    }

    private static QosPolicyBuilder limited(final QosDirection direction, final String kbps, final String burst) {
        return policy().setBandwidthLimitRules(List.of(new BandwidthLimitRulesBuilder().setDirection(direction)
            .setMaxKbps(kbps == null ? null : Uint64.valueOf(kbps))
            .setMaxBurstKbps(burst == null ? null : Uint64.valueOf(burst)).build()));
    }
}
