/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The kinds of DHCP that a network of the small cloud may have. */
final class SmallDhcp {
    static final int NONE = 0;
    /** The gateway serves. */
    private static final int BY_GATEWAY = 1;
    /** A port of the network serves that is nowhere. */
    private static final int BY_PORT = 2;
    /** A port of the network serves that may be on a host: TenantNet leaves the network to it. */
    private static final int BY_OTHERS = 3;
    static final int KINDS = 4;

    private static final int SERVER = 250;

    private SmallDhcp() {
    }

    static void addTo(final Sample sample, final int network, final int kind) {
        if (kind == NONE) {
            return;
        }
        sample.subnet(new Subnet(new UUID(0, 0x5000L + network), Sample.networkId(network), Cidr.parse("10.0.0.0/24"),
            Optional.of(Sample.ip(254)), List.of(), new Subnet.Options(true, List.of(), List.of())));
        if (kind == BY_PORT) {
            sample.port(new Port(Sample.portId(500 + network), Sample.networkId(network), Sample.mac(SERVER), true,
                List.of(new FixedIp(Sample.ip(SERVER), Optional.empty())), List.of(), Optional.empty(), Set.of(),
                Optional.empty(), Optional.of("network:dhcp"), Optional.empty(), Optional.empty()));
        }
    }

    /** What a port of a network is there for. */
    static Optional<String> owner(final int kind, final int port) {
        return kind == BY_OTHERS && port == 0 ? Optional.of("network:dhcp") : Optional.empty();
    }
}
