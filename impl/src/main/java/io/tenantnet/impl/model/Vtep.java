/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A hardware_vtep database, with the switches that it is for (vtep(5)).
 *
 * @param id              the UUID of the row of its Global table
 * @param management      the address from which its connection came
 * @param switches        its physical switches, by name
 * @param logicalSwitches its logical switches, by name
 * @param macs            what its switches learned on their ports, in networks of TenantNet's
 * @param connected       whether the connection is up
 * @param problem         in words, why its rows are not as they should be; empty where they are, or are about to be
 */
public record Vtep(String id, String management, SortedMap<String, PhysicalSwitch> switches,
        SortedMap<String, LogicalSwitch> logicalSwitches, Set<LearnedMac> macs, boolean connected,
        Optional<String> problem) {
    public Vtep {
        switches = Collections.unmodifiableSortedMap(new TreeMap<>(switches));
        logicalSwitches = Collections.unmodifiableSortedMap(new TreeMap<>(logicalSwitches));
        macs = Set.copyOf(macs);
    }

    /** The same with its connection gone. */
    public Vtep disconnected() {
        return new Vtep(id, management, switches, logicalSwitches, macs, false, problem);
    }

    /**
     * A switch.
     *
     * @param description what it says of itself
     * @param management  its management addresses, as it writes them
     * @param tunnels     its tunnel addresses, the first of which is used
     * @param faults      what it says is wrong with it
     * @param ports       its ports, by name
     */
    public record PhysicalSwitch(Optional<String> description, SortedSet<String> management, List<IpAddress> tunnels,
            SortedSet<String> faults, SortedMap<String, PhysicalPort> ports) {
        public PhysicalSwitch {
            management = Collections.unmodifiableSortedSet(management);
            tunnels = List.copyOf(tunnels);
            faults = Collections.unmodifiableSortedSet(faults);
            ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
        }
    }

    /**
     * A port of a switch.
     *
     * @param faults   what the switch says is wrong with it
     * @param bindings by VLAN, the name of the logical switch that it belongs to
     */
    public record PhysicalPort(SortedSet<String> faults, SortedMap<Integer, String> bindings) {
        public PhysicalPort {
            faults = Collections.unmodifiableSortedSet(faults);
            bindings = Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
        }
    }

    /**
     * A logical switch.
     *
     * @param key     its tunnel key
     * @param network the network that TenantNet made it for; empty where others made it
     */
    public record LogicalSwitch(OptionalLong key, Optional<UUID> network) {
    }

    /**
     * An address that a switch has learned.
     *
     * @param network the network
     * @param mac     the address
     * @param locator the switch's tunnel address
     * @param arrival grows from one address learned to the next; 0 for what the switch connected with
     * @param present whether it still has it; one that was lost is kept, since what other switches learned before that
     *                is older still
     */
    public record LearnedMac(UUID network, MacAddress mac, IpAddress locator, long arrival, boolean present) {
        /** The same, lost. */
        public LearnedMac lost() {
            return new LearnedMac(network, mac, locator, arrival, false);
        }
    }

    /** By name, the physical switches of several databases, each with its database; of two the connected one counts. */
    public static SortedMap<String, Vtep> bySwitch(final Map<String, Vtep> vteps) {
        final var owners = new TreeMap<String, Vtep>();
        vteps.values().stream().sorted(Comparator.comparing(Vtep::connected).reversed()
            .thenComparing(Vtep::id)).forEach(vtep ->
            vtep.switches().keySet().forEach(name -> owners.putIfAbsent(name, vtep)));
        return owners;
    }
}
