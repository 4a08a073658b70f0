/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The tenant model, arranged so that the rules between objects can be checked for a change alone. Every index obeys all
 * of them. Not to be used by two threads at once; a copy costs next to nothing and is independent of its original.
 */
final class Index {
    private final NetworkTable networks;
    private final SubnetTable subnets;
    private final PortTable ports;
    private final TrunkTable trunks;

    /** An index of nothing. */
    Index() {
        this(new NetworkTable(), new SubnetTable(), new PortTable(), new TrunkTable());
    }

    private Index(final NetworkTable networks, final SubnetTable subnets, final PortTable ports,
            final TrunkTable trunks) {
        this.networks = networks;
        this.subnets = subnets;
        this.ports = ports;
        this.trunks = trunks;
    }

    /**
     * The index after a change, while this one stays as it is. All removals come first, so that within one transaction
     * objects may swap what only one of them can have.
     *
     * @param changes     the change
     * @param allocations the identifiers that networks have been given
     * @throws io.tenantnet.impl.config.InvalidLeafException if a port has an address outside its subnet
     * @throws ConflictException if the change breaks another rule between objects
     */
    Index with(final ChangeSet changes, final Map<UUID, Integer> allocations) {
        final var after = new Index(networks.copy(), subnets.copy(), ports.copy(), trunks.copy());
        after.apply(changes, allocations);
        return after;
    }

    private void apply(final ChangeSet changes, final Map<UUID, Integer> allocations) {
        changes.trunks().removed().forEach(trunks::remove);
        changes.ports().removed().forEach(ports::remove);
        final var removed = changes.subnets().removed().stream().map(subnets::remove).flatMap(Optional::stream)
            .toList();
        changes.networks().removed().forEach(networks::remove);

        changes.networks().added().forEach(networks::add);
        networks.checkAllocations(changes.networks().added(), allocations);
        changes.subnets().added().forEach(subnets::add);
        changes.ports().added().forEach(ports::add);
        changes.trunks().added().forEach(trunks::add);

        final var rules = new AddressRules(subnets);
        // Ports of this change before those that were there: it is their message that the sender can use.
        changes.ports().added().forEach(port -> rules.problem(port).ifPresent(problem -> {
            throw problem;
        }));
        new SubnetChangeRules(ports, rules, removed, changes.subnets().added()).check();
    }

    @Override
    public String toString() {
        return networks.size() + " networks, " + subnets.size() + " subnets, " + ports.size() + " ports, "
            + trunks.size() + " trunks";
    }
}
