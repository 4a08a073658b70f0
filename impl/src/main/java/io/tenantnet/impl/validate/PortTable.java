/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The ports, no two of which have a MAC address or an IP address in common in one network. */
final class PortTable {
    private record Mac(UUID network, MacAddress mac) {
    }

    private record Address(UUID network, IpAddress address) {
    }

    private final EntryTable<PortEntry> entries;
    private final Holders<Mac, PortEntry> macs;
    private final Holders<Address, PortEntry> addresses;
    /** By the subnets that their addresses name. */
    private final PortGroups bySubnet;
    /** By network, those with addresses that name no subnet. */
    private final PortGroups withoutSubnet;

    PortTable() {
        this(new EntryTable<>(), new Holders<>(), new Holders<>(), new PortGroups(), new PortGroups());
    }

    private PortTable(final EntryTable<PortEntry> entries, final Holders<Mac, PortEntry> macs,
            final Holders<Address, PortEntry> addresses, final PortGroups bySubnet, final PortGroups withoutSubnet) {
        this.entries = entries;
        this.macs = macs;
        this.addresses = addresses;
        this.bySubnet = bySubnet;
        this.withoutSubnet = withoutSubnet;
    }

    PortTable copy() {
        return new PortTable(entries.copy(), macs.copy(), addresses.copy(), bySubnet.copy(),
            withoutSubnet.copy());
    }

    /** The ports with an address that names the subnet. */
    Collection<PortEntry> namingSubnet(final UUID subnet) {
        return bySubnet.get(subnet);
    }

    /** The ports of a network with an address that names no subnet. */
    Collection<PortEntry> namingNoSubnet(final UUID network) {
        return withoutSubnet.get(network);
    }

    void remove(final String key) {
        entries.remove(key).ifPresent(entry -> {
            final var port = entry.port();
            macs.remove(new Mac(port.networkId(), port.mac()), entry);
            port.fixedIps().forEach(fixed -> addresses.remove(new Address(port.networkId(), fixed.address()), entry));
            forEachGroup(entry, bySubnet::remove, withoutSubnet::remove);
        });
    }

    void add(final PortEntry entry) {
        entries.add(entry);
        final var port = entry.port();
        macs.add(new Mac(port.networkId(), port.mac()), entry).ifPresent(other -> {
            throw inUse(entry, "mac-address", port.mac(), other);
        });
        for (FixedIp fixed : port.fixedIps()) {
            addresses.add(new Address(port.networkId(), fixed.address()), entry).ifPresent(other -> {
                throw inUse(entry, AddressRules.ADDRESS, fixed.address(), other);
            });
        }
        forEachGroup(entry, bySubnet::add, withoutSubnet::add);
    }

    private static ConflictException inUse(final PortEntry entry, final String leaf, final Object value,
            final PortEntry owner) {
        return new ConflictException(entry.name(), leaf, value,
            "is in use by " + owner.name() + " in the same network, " + entry.port().networkId());
    }

    private static void forEachGroup(final PortEntry entry, final BiConsumer<UUID, PortEntry> subnet,
            final BiConsumer<UUID, PortEntry> network) {
        entry.port().fixedIps().forEach(fixed -> fixed.subnetId().ifPresentOrElse(id -> subnet.accept(id, entry),
            () -> network.accept(entry.port().networkId(), entry)));
    }

    int size() {
        return entries.size();
    }
}
