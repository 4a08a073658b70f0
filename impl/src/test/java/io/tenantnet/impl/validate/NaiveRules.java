/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import io.tenantnet.impl.config.HostAddresses;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Trunk;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The rules between objects once more, as a question about a whole model and as plain as can be: every object against
 * every other.
 *
 * @param networks all networks
 * @param subnets  all subnets
 * @param ports    all ports
 * @param trunks   all trunks
 */
record NaiveRules(List<NetworkEntry> networks, List<SubnetEntry> subnets, List<PortEntry> ports,
        List<TrunkEntry> trunks) {
    static NaiveRules of(final Collection<Entry> model) {
        return new NaiveRules(only(NetworkEntry.class, model), only(SubnetEntry.class, model),
            only(PortEntry.class, model), only(TrunkEntry.class, model));
    }

    private static <E extends Entry> List<E> only(final Class<E> type, final Collection<Entry> model) {
        return model.stream().filter(type::isInstance).map(type::cast).toList();
    }

    boolean areObeyed() {
        return nonePair(networks, (one, two) -> one.segments().stream().anyMatch(two.segments()::contains))
            && nonePair(subnets, (one, two) -> one.networkId().equals(two.networkId())
                && (one.cidr().contains(two.cidr().first()) || two.cidr().contains(one.cidr().first())))
            && nonePair(ports, NaiveRules::collide)
            && nonePair(trunks, (one, two) -> members(one).anyMatch(port -> members(two).anyMatch(port::equals)))
            && ports.stream().allMatch(port -> port.port().fixedIps().stream().allMatch(ip -> fits(port, ip)));
    }

    private static <E extends Entry> boolean nonePair(final List<E> entries, final BiPredicate<E, E> conflict) {
        return entries.stream().noneMatch(one -> entries.stream().anyMatch(
            two -> one != two && !one.mayOverlap(two) && conflict.test(one, two)));
    }

    private static Stream<UUID> members(final TrunkEntry trunk) {
        return Stream.concat(Stream.of(trunk.trunk().parentId()),
            trunk.trunk().subPorts().stream().map(Trunk.SubPort::portId));
    }

    private static boolean collide(final PortEntry one, final PortEntry two) {
        return one.port().networkId().equals(two.port().networkId()) && (one.port().mac().equals(two.port().mac())
            || one.port().fixedIps().stream().anyMatch(ip -> two.port().fixedIps().stream()
                .anyMatch(other -> other.address().equals(ip.address()))));
    }

    private boolean fits(final PortEntry port, final FixedIp ip) {
        if (ip.subnetId().isPresent()) {
            return subnets.stream().filter(subnet -> subnet.id().equals(ip.subnetId().orElseThrow()))
                .allMatch(subnet -> subnet.networkId().equals(port.port().networkId()) && holds(subnet, ip));
        }
        final var candidates = subnets.stream().filter(subnet -> subnet.networkId().equals(port.port().networkId())
            && subnet.cidr().address().version() == ip.address().version()).toList();
        return candidates.isEmpty() || candidates.stream().anyMatch(subnet -> holds(subnet, ip));
    }

    private static boolean holds(final SubnetEntry subnet, final FixedIp ip) {
        return subnet.cidr().contains(ip.address()) && HostAddresses.problem(subnet.cidr(), ip.address()).isEmpty();
    }
}
