/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.model.TenantModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the QoS policy of the ports that were found: their own, or that of their network. */
final class QosResolver {
    private final Map<UUID, BoundPort> ports = new HashMap<>();
    private final Map<UUID, String> problems = new HashMap<>();
    private final Map<UUID, QosPolicy> policies;

    QosResolver(final TenantModel tenant, final Map<UUID, BoundPort> found) {
        policies = tenant.qosPolicies();
        found.forEach((id, port) -> ports.put(id, wanted(port).flatMap(policy -> find(id, policy))
            .map(port::shapedBy).orElse(port)));
    }

    private static Optional<UUID> wanted(final BoundPort port) {
        // As in Neutron: what serves a network is not slowed down with its machines.
        return port.port().qosPolicy().or(() -> port.port().isOfTheNetwork() ? Optional.empty()
            : port.segment().network().qosPolicy());
    }

    private Optional<QosPolicy> find(final UUID port, final UUID id) {
        final var policy = Optional.ofNullable(policies.get(id));
        if (policy.isEmpty()) {
            problems.put(port, "QoS policy " + id + " does not exist");
        } else if (policy.get().guarantees()) {
            problems.put(port, "minimum-bandwidth-rules of QoS policy " + id + " are not enforced");
        }
        return policy;
    }

    /** The ports, with their QoS policies. */
    Map<UUID, BoundPort> ports() {
        return ports;
    }

    /** By port, what of its QoS has no effect. */
    Map<UUID, String> problems() {
        return problems;
    }
}
