/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a network is behind hardware VTEPs.
 *
 * @param vteps the tunnel addresses of the switches that have ports in the network
 * @param macs  the machines that these have learned, with the tunnel address of the switch
 */
public record Wire(SortedSet<IpAddress> vteps, SortedMap<MacAddress, IpAddress> macs) {
    /** Nothing. */
    public static final Wire NONE = new Wire(new TreeSet<>(), new TreeMap<>());

    public Wire {
        vteps = Collections.unmodifiableSortedSet(new TreeSet<>(vteps));
        macs = Collections.unmodifiableSortedMap(new TreeMap<>(macs));
    }
}
