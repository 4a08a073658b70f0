/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An interface of a host's br-int, as OVSDB shows it.
 *
 * @param name       its name
 * @param ofport     its OpenFlow port number, 1..0xfeff; empty while Open vSwitch has given it none
 * @param ifaceId    external_ids:iface-id, whatever it says
 * @param tunnelPeer where the interface is a tunnel whose key is set by flow: the tunnel's far end
 * @param arrival    grows with each interface that came to carry its iface-id while its host was connected; 0 for
 *                   those that the host had when it connected. It tells the newest of two claims.
 */
public record HostInterface(String name, OptionalInt ofport, Optional<String> ifaceId, Optional<TunnelPeer> tunnelPeer,
        long arrival) {

    /**
     * The far end of a tunnel interface.
     *
     * @param type    what kind of tunnel it is: vxlan, gre or geneve
     * @param address the peer's tunnel address; empty where each flow sets it (remote_ip=flow)
     */
    public record TunnelPeer(NetworkType type, Optional<IpAddress> address) {
    }
}
