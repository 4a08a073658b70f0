/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.vtep;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.L2Gateway;
import io.tenantnet.impl.model.L2GatewayConnection;
import io.tenantnet.impl.model.L2Gateways;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.ServiceNodes;
import io.tenantnet.impl.model.SwitchPort;
import io.tenantnet.impl.model.Vtep.LearnedMac;
import io.tenantnet.impl.model.Vtep.LogicalSwitch;
import io.tenantnet.impl.model.Vtep.PhysicalPort;
import io.tenantnet.impl.model.Vtep.PhysicalSwitch;
import io.tenantnet.impl.model.Vtep;
import io.tenantnet.impl.model.VtepBinding;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Adds hardware VTEPs to a sample: switch torN has ports p1 and p2, and tunnel address 192.0.2.(200 + N). */
public final class SampleVteps {
    private final Map<UUID, L2Gateway> gateways = new HashMap<>();
    private final Map<UUID, L2GatewayConnection> connections = new HashMap<>();
    private final Map<UUID, VtepBinding> bindings = new HashMap<>();
    private final Map<UUID, ServiceNodes> nodes = new HashMap<>();
    private final Map<String, Vtep> vteps = new TreeMap<>();

    public static UUID id(final int number) {
        return new UUID(0, 0x7000L + number);
    }

    public static IpAddress address(final int vtep) {
        return IpAddress.parse("192.0.2." + (200 + vtep));
    }

    public static MacAddress metal(final int number) {
        return new MacAddress(0x0200_0000_0000L + number);
    }

    public SampleVteps binding(final int number, final String device, final String port, final int vlan,
            final int network) {
        bindings.put(id(number), new VtepBinding(id(number), new SwitchPort(device, port), vlan,
            Sample.networkId(network)));
        return this;
    }

    public SampleVteps gateway(final int number, final String device, final String port, final Integer... vlans) {
        final SortedSet<Integer> all = new TreeSet<>(Arrays.asList(vlans));
        gateways.put(id(number), new L2Gateway(id(number), new TreeMap<>(Map.of(new SwitchPort(device, port), all))));
        return this;
    }

    public SampleVteps connection(final int number, final int gateway, final int network, final OptionalInt vlan) {
        connections.put(id(number), new L2GatewayConnection(id(number), id(gateway), Sample.networkId(network), vlan));
        return this;
    }

    public SampleVteps serviceNodes(final int number, final String device, final IpAddress node) {
        nodes.put(id(number), new ServiceNodes(id(number), device, Set.of(node)));
        return this;
    }

    /** Switch torN, with the logical switches of others and what it has learned. */
    public SampleVteps vtep(final int number, final Map<String, LogicalSwitch> foreign,
            final Map<Integer, String> bound, final LearnedMac... learned) {
        final var ports = new TreeMap<String, PhysicalPort>();
        ports.put("p1", new PhysicalPort(Collections.emptySortedSet(), new TreeMap<>(bound)));
        ports.put("p2", new PhysicalPort(Collections.emptySortedSet(), new TreeMap<>()));
        final var device = new PhysicalSwitch(Optional.empty(), Collections.emptySortedSet(), List.of(address(number)),
            Collections.emptySortedSet(), ports);
        vteps.put("db" + number, new Vtep("db" + number, "198.51.100." + number, new TreeMap<>(Map.of("tor" + number,
            device)), new TreeMap<>(foreign), Set.of(learned), true, Optional.empty()));
        return this;
    }

    public SampleVteps vtep(final int number, final LearnedMac... learned) {
        return vtep(number, Map.of(), Map.of(), learned);
    }

    /** What a switch has learned in a network. */
    public static LearnedMac learned(final int metal, final int network, final int vtep, final long arrival) {
        return new LearnedMac(Sample.networkId(network), metal(metal), address(vtep), arrival, true);
    }

    public Model in(final Sample sample) {
        final var model = sample.build();
        final var tenant = model.tenant().withGateways(new L2Gateways(Map.copyOf(gateways), Map.copyOf(connections),
            Map.copyOf(bindings), Map.copyOf(nodes)));
        return new Model(tenant, model.hosts(), model.presence(), model.neighbours(), vteps, true);
    }
}
