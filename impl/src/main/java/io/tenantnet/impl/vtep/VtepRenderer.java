/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.vtep;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.ServiceNodes;
import io.tenantnet.impl.model.SwitchPort;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import io.tenantnet.impl.resolve.Attachment;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.vtep.VtepWish.NetworkWish;
import io.tenantnet.impl.vtep.VtepWish.RemoteMac;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Derives what the databases of hardware VTEPs are to hold, purely. */
public final class VtepRenderer {
    private final Model model;
    private final Resolved resolved;

    private VtepRenderer(final Model model, final Resolved resolved) {
        this.model = model;
        this.resolved = resolved;
    }

    /** By database id, what each database that has been seen is to hold. */
    public static Map<String, VtepWish> render(final Model model, final Resolved resolved) {
        final var renderer = new VtepRenderer(model, resolved);
        final var byVtep = resolved.attachments().all().stream().collect(Collectors.groupingBy(Attachment::vtepId));
        final var vteps = model.vteps().values().stream().flatMap(vtep -> vtep.switches().values().stream())
            .flatMap(device -> device.tunnels().stream()).collect(Collectors.toUnmodifiableSet());
        return model.vteps().values().stream().collect(Collectors.toUnmodifiableMap(Vtep::id,
            vtep -> renderer.wish(vtep, byVtep.getOrDefault(vtep.id(), List.of()), vteps)));
    }

    private VtepWish wish(final Vtep vtep, final List<Attachment> attachments, final Set<IpAddress> vteps) {
        final var networks = new TreeMap<UUID, NetworkWish>();
        attachments.stream().collect(Collectors.groupingBy(Attachment::networkId))
            .forEach((id, here) -> networks.put(id, wish(vtep, id, here)));
        return new VtepWish(networks, vteps);
    }

    private NetworkWish wish(final Vtep vtep, final UUID id, final List<Attachment> here) {
        final var bindings = new TreeMap<SwitchPort, SortedSet<Integer>>();
        here.forEach(one -> bindings.computeIfAbsent(one.port(), port -> new TreeSet<>()).add(one.vlan()));
        final var own = vtep.switches().values().stream().flatMap(device -> device.tunnels().stream())
            .collect(Collectors.toUnmodifiableSet());
        final var macs = new TreeMap<MacAddress, RemoteMac>();
        final var flood = new TreeSet<IpAddress>();
        final var wire = resolved.attachments().wire(id);
        wire.macs().forEach((mac, address) -> {
            if (!own.contains(address)) {
                macs.put(mac, new RemoteMac(address, ""));
            }
        });
        wire.vteps().stream().filter(address -> !own.contains(address)).forEach(flood::add);
        Optional.ofNullable(resolved.networks().get(id)).ifPresent(placement ->
            placement.ports().forEach((hostId, ports) -> address(hostId).ifPresent(address -> {
                flood.add(address);
                ports.forEach(port ->
                    macs.put(port.port().mac(), new RemoteMac(address, addressOf(port.port()))));
            })));
        final var nodes = serviceNodes(here);
        return new NetworkWish((int) here.get(0).segment().id(), bindings, macs, nodes.isEmpty() ? flood : nodes,
            !nodes.isEmpty());
    }

    private Optional<IpAddress> address(final String hostId) {
        return Optional.ofNullable(model.hosts().get(hostId)).flatMap(Host::tunnelAddress)
            .filter(address -> address.version() == 4);
    }

    /** The table has room for one address, and ARP is a matter of IPv4. */
    private static String addressOf(final Port port) {
        final var addresses = new ArrayList<IpAddress>();
        port.fixedIps().stream().map(FixedIp::address).forEach(addresses::add);
        return addresses.stream().sorted(Comparator.comparing(IpAddress::version)).findFirst()
            .map(IpAddress::toString).orElse("");
    }

    private SortedSet<IpAddress> serviceNodes(final List<Attachment> here) {
        final var names = here.stream().map(one -> one.port().switchName()).collect(Collectors.toUnmodifiableSet());
        return model.tenant().gateways().serviceNodes().values().stream()
            .filter(nodes -> names.contains(nodes.switchName())).map(ServiceNodes::addresses).flatMap(Set::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    }
}
