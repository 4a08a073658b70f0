/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.config.HostAddresses;
import io.tenantnet.impl.config.InvalidLeafException;
import io.tenantnet.impl.model.FixedIp;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether the addresses of ports fit the subnets that are known. An address that names a subnet must be one that a
 * machine can have there, once the subnet is known. One that names none must be so in one of the subnets of its version
 * that its network has, if it has any.
 *
 * @param subnets the subnets
 */
record AddressRules(SubnetTable subnets) {
    /** The leaf of a port's address. */
    static final String ADDRESS = "fixed-ips/ip-address";

    private static final int SHOWN_SUBNETS = 3;

    /** Says what is wrong with the first address of a port that does not fit; empty where all do. */
    Optional<InvalidLeafException> problem(final PortEntry port) {
        return port.port().fixedIps().stream().flatMap(fixed -> problem(port, fixed).stream()).findFirst();
    }

    private Optional<InvalidLeafException> problem(final PortEntry port, final FixedIp fixed) {
        return fixed.subnetId().isPresent()
            ? subnets.get(fixed.subnetId().orElseThrow()).flatMap(subnet -> named(port, fixed, subnet))
            : unnamed(port, fixed);
    }

    private static Optional<InvalidLeafException> named(final PortEntry port, final FixedIp fixed,
            final SubnetEntry subnet) {
        final UUID network = port.port().networkId();
        if (!subnet.networkId().equals(network)) {
            return Optional.of(new InvalidLeafException(port.name(), "fixed-ips/subnet-id", subnet.key(),
                "belongs to network " + subnet.networkId() + ", while the port is in network " + network));
        }
        if (!subnet.cidr().contains(fixed.address())) {
            return refused(port, fixed, "is outside cidr " + subnet.cidr() + " of " + subnet.name());
        }
        return notForHosts(port, fixed, subnet);
    }

    private Optional<InvalidLeafException> unnamed(final PortEntry port, final FixedIp fixed) {
        final var candidates = subnets.of(port.port().networkId()).stream()
            .filter(subnet -> subnet.isOfVersionOf(fixed.address())).toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        // Subnets may overlap for a moment; one that takes the address is enough.
        final var problems = candidates.stream().filter(subnet -> subnet.cidr().contains(fixed.address()))
            .map(subnet -> notForHosts(port, fixed, subnet)).toList();
        if (!problems.isEmpty()) {
            return problems.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : problems.get(0);
        }
        return refused(port, fixed, "is outside the IPv" + fixed.address().version() + " subnets of network "
            + port.port().networkId() + ": " + candidates.stream().limit(SHOWN_SUBNETS)
                .map(subnet -> subnet.cidr() + " (" + subnet.name() + ")").collect(Collectors.joining(", "))
            + (candidates.size() > SHOWN_SUBNETS ? " and others" : ""));
    }

    private static Optional<InvalidLeafException> notForHosts(final PortEntry port, final FixedIp fixed,
            final SubnetEntry subnet) {
        return HostAddresses.problem(subnet.cidr(), fixed.address())
            .flatMap(problem -> refused(port, fixed, problem + ", the cidr of " + subnet.name()));
    }

    private static Optional<InvalidLeafException> refused(final PortEntry port, final FixedIp fixed,
            final String why) {
        return Optional.of(new InvalidLeafException(port.name(), ADDRESS, fixed.address().toString(), why));
    }
}
