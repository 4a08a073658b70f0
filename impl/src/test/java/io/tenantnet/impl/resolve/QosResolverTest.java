/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.QosPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QosResolverTest {
    @Test
    void aPortsOwnPolicyGoesBeforeItsNetworks() {
        final var resolved = Resolver.resolve(sample().shapedPort(1, 1, 2).port(2, 1)
            .qosPolicy(1, 10, OptionalInt.empty()).qosPolicy(2, 20, OptionalInt.empty()).build());
        assertThat(policy(resolved, 1)).contains(Sample.qosPolicyId(2));
        assertThat(policy(resolved, 2)).contains(Sample.qosPolicyId(1));
        assertThat(resolved.problems().qos()).isEmpty();
    }

    @Test
    void aNetworksPolicyIsNotForPortsOfTheNetwork() {
        final var resolved = Resolver.resolve(sample().qosPolicy(1, 10, OptionalInt.empty())
            .port(new Port(Sample.portId(1), Sample.networkId(1), Sample.mac(1), true,
                List.of(new FixedIp(Sample.ip(1), Optional.empty())), List.of(), Optional.empty(), Set.of(),
                Optional.empty(), Optional.of("network:dhcp"), Optional.empty(), Optional.empty())).build());
        assertThat(policy(resolved, 1)).isEmpty();
    }

    @Test
    void whatIsNotDoneIsSaid() {
        final var resolved = Resolver.resolve(sample().port(1, 1).shapedPort(2, 1, 3).qosPolicy(
            new QosPolicy(Sample.qosPolicyId(3), Optional.empty(), Optional.empty(), OptionalInt.empty(), true)).build());
        assertThat(resolved.problems().qos().get(Sample.portId(1)))
            .isEqualTo("QoS policy " + Sample.qosPolicyId(1) + " does not exist");
        assertThat(resolved.problems().qos().get(Sample.portId(2))).isEqualTo("minimum-bandwidth-rules of QoS policy "
            + Sample.qosPolicyId(3) + " are not enforced");
    }

    private static Sample sample() {
        return new Sample().host(1, Sample.tap(1), Sample.tap(2)).network(Sample.shaped(1, 1));
    }

    private static Optional<UUID> policy(final Resolved resolved, final int port) {
        return resolved.ports().get(Sample.portId(port)).qos().map(QosPolicy::id);
    }
}
