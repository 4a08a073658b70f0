/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import io.tenantnet.impl.model.Host;
import java.util.SortedMap;

/**
 * The state of a host.
 *
 * @param host       the host
 * @param condition  how its switch fares
 * @param openFlow   whether the OpenFlow connection of its br-int is up
 * @param wanted     how many flows br-int is to hold
 * @param installed  how many of these it has confirmed
 * @param tunnels    by the other host's id, the tunnels to it
 * @param interfaces by name, the interfaces that no port claims, and why
 */
public record HostState(Host host, Condition condition, boolean openFlow, int wanted, int installed, int repaired,
        SortedMap<String, Tunnel> tunnels, SortedMap<String, String> interfaces) {

    /**
     * A tunnel to another host.
     *
     * @param address   the other host's tunnel address, or an empty text
     * @param ofport    the OpenFlow port that leads there; 0 where there is none
     * @param condition how it fares
     */
    public record Tunnel(String address, int ofport, Condition condition) {
    }
}
