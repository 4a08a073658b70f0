/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.config.ProviderSegment;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.Trunk;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects of the tenant model with small numbers for uuids. */
final class Entries {
    private Entries() {
    }

    static UUID id(final int number) {
        return new UUID(0, number);
    }

    /** A vxlan network; 0 for one that asks for no identifier. */
    static NetworkEntry vxlan(final int id, final int vni) {
        return network(id, vni == 0 ? List.of() : List.of(new ProviderSegment(NetworkType.VXLAN, "", vni)));
    }

    static NetworkEntry network(final int id, final List<ProviderSegment> segments) {
        final var type = segments.isEmpty() ? NetworkType.VXLAN : segments.get(0).type();
        final var segmentationId = segments.isEmpty() ? OptionalInt.empty()
            : OptionalInt.of((int) segments.get(0).segmentationId());
        return new NetworkEntry(id(id).toString(), false, new Network(id(id), type,
            segments.stream().findFirst().map(ProviderSegment::physicalNetwork).filter(name -> !name.isEmpty()),
            segmentationId, true, true, 1450, false), segments);
    }

    static TrunkEntry trunk(final int id, final int parent, final Integer... subPorts) {
        return new TrunkEntry(id(id).toString(), false, new Trunk(id(id), true, id(parent),
            Stream.of(subPorts).map(port -> new Trunk.SubPort(id(port), port)).toList()));
    }

    static SubnetEntry subnet(final int id, final int network, final String cidr) {
        return new SubnetEntry(id(id).toString(), false,
            new Subnet(id(id), id(network), Cidr.parse(cidr), Optional.empty(), List.of(), Subnet.Options.NONE));
    }

    /** A port whose addresses are written ADDRESS or ADDRESS@SUBNET. */
    static PortEntry port(final int id, final int network, final int mac, final String... addresses) {
        return new PortEntry(id(id).toString(), false, new Port(id(id), id(network), new MacAddress(mac), true,
            Stream.of(addresses).map(Entries::fixedIp).toList(), List.of(), Optional.empty(), Set.of(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static FixedIp fixedIp(final String text) {
        final var parts = text.split("@");
        return new FixedIp(IpAddress.parse(parts[0]),
            parts.length < 2 ? Optional.empty() : Optional.of(id(Integer.parseInt(parts[1]))));
    }

    /** The same object with Neutron as its source. */
    static Entry ofNeutron(final Entry entry) {
        return entry instanceof NetworkEntry network
            ? new NetworkEntry(network.key(), true, network.network(), network.segments())
            : entry instanceof SubnetEntry subnet ? new SubnetEntry(subnet.key(), true, subnet.subnet())
            : entry instanceof TrunkEntry trunk ? new TrunkEntry(trunk.key(), true, trunk.trunk())
            : new PortEntry(entry.key(), true, ((PortEntry) entry).port());
    }

    /** The change that adds objects, or removes and adds them where {@code before} has them. */
    static ChangeSet change(final List<? extends Entry> before, final Entry... after) {
        return new ChangeSet(changes(NetworkEntry.class, before, after), changes(SubnetEntry.class, before, after),
            changes(PortEntry.class, before, after), changes(TrunkEntry.class, before, after));
    }

    private static <E extends Entry> Changes<E> changes(final Class<E> type, final List<? extends Entry> before,
            final Entry... after) {
        return new Changes<>(before.stream().filter(type::isInstance).map(Entry::key).toList(),
            Stream.of(after).filter(type::isInstance).map(type::cast).toList());
    }
}
