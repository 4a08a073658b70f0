/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.config.InvalidLeafException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whether a change of subnets leaves the addresses of the ports that are there where they can stay.
 *
 * @param ports   the ports after the change
 * @param rules   what holds between addresses and the subnets after the change
 * @param removed the subnets that are gone or were changed, as they were
 * @param added   the subnets that are new or were changed, as they are
 */
record SubnetChangeRules(PortTable ports, AddressRules rules, List<SubnetEntry> removed, List<SubnetEntry> added) {

    /** Refuses the change if an address does not fit any more. */
    void check() {
        added.forEach(subnet -> check(ports.namingSubnet(subnet.id())));
        final Set<UUID> networks = new HashSet<>();
        Stream.concat(removed.stream(), added.stream()).map(SubnetEntry::networkId).filter(networks::add)
            .forEach(network -> check(ports.namingNoSubnet(network)));
    }

    private void check(final Collection<PortEntry> affected) {
        for (PortEntry port : affected) {
            rules.problem(port).ifPresent(problem -> {
                throw refusal(port, problem);
            });
        }
    }

    private ConflictException refusal(final PortEntry port, final InvalidLeafException problem) {
        for (SubnetEntry subnet : added) {
            if (names(port, subnet) && !subnet.networkId().equals(port.port().networkId())) {
                return new ConflictException(subnet.name(), "network-id", subnet.networkId(),
                    "is not that of a port which names the subnet: " + problem.getMessage());
            }
            if (concerns(subnet, port)) {
                return new ConflictException(subnet.name(), "cidr", subnet.cidr(),
                    "does not fit a port of the network: " + problem.getMessage());
            }
        }
        final var gone = removed.stream().filter(subnet -> concerns(subnet, port)).findFirst()
            .orElseThrow(() -> new IllegalStateException("No subnet has changed that concerns " + port.name()));
        return new ConflictException(gone.name(), "cidr", gone.cidr(),
            "is still needed by a port of the network: " + problem.getMessage());
    }

    private static boolean names(final PortEntry port, final SubnetEntry subnet) {
        return port.port().fixedIps().stream()
            .anyMatch(fixed -> fixed.subnetId().filter(subnet.id()::equals).isPresent());
    }

    /** Whether a port has an address for which the subnet matters. */
    private static boolean concerns(final SubnetEntry subnet, final PortEntry port) {
        return names(port, subnet) || subnet.networkId().equals(port.port().networkId())
            && port.port().fixedIps().stream()
                .anyMatch(fixed -> fixed.subnetId().isEmpty() && subnet.isOfVersionOf(fixed.address()));
    }
}
