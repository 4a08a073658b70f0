/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.vtep;

import io.tenantnet.impl.model.SwitchPort;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a hardware_vtep database is to hold of TenantNet's.
 *
 * @param networks the networks that its switches have ports in
 * @param vteps    the tunnel addresses of all switches: what leads there is TenantNet's
 */
public record VtepWish(SortedMap<UUID, NetworkWish> networks, Set<IpAddress> vteps) {
    public VtepWish {
        networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
        vteps = Set.copyOf(vteps);
    }

    /**
     * A logical switch and what refers to it.
     *
     * @param vni          its tunnel key
     * @param bindings     the VLANs of physical ports that belong to it
     * @param macs         the machines elsewhere
     * @param flood        where frames for several receivers are sent
     * @param serviceNodes whether these are nodes that copy, of which one is enough
     */
    public record NetworkWish(int vni, SortedMap<SwitchPort, SortedSet<Integer>> bindings,
            SortedMap<MacAddress, RemoteMac> macs, SortedSet<IpAddress> flood, boolean serviceNodes) {
        public NetworkWish {
            bindings = Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
            macs = Collections.unmodifiableSortedMap(new TreeMap<>(macs));
            flood = Collections.unmodifiableSortedSet(new TreeSet<>(flood));
        }
    }

    /**
     * A machine elsewhere.
     *
     * @param locator the tunnel address of its host or switch
     * @param address its IP address, with which a switch can answer ARP itself; an empty text where it is not known
     */
    public record RemoteMac(IpAddress locator, String address) {
    }
}
