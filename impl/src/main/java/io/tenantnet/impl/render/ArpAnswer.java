/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;

/** Answers to ARP requests (RFC 826), made of the request. */
final class ArpAnswer {
    private ArpAnswer() {
    }

    /** Requests for an address. */
    static Match request(final Match match, final IpAddress target) {
        return Packets.ofType(match, Packets.ARP).with(Field.ARP_OP, Packets.ARP_REQUEST).with(Field.ARP_TPA, target);
    }

    /** Turns a request into the answer that the address has this MAC address; it is still to be sent back. */
    static List<Action> actions(final IpAddress ip, final MacAddress mac) {
        return List.of(
            new Action.Move(Field.ETH_SRC, Field.ETH_DST),
            new Action.SetField(Field.ETH_SRC, mac),
            new Action.SetField(Field.ARP_OP, Packets.ARP_REPLY),
            new Action.Move(Field.ARP_SHA, Field.ARP_THA),
            new Action.Move(Field.ARP_SPA, Field.ARP_TPA),
            new Action.SetField(Field.ARP_SHA, mac),
            new Action.SetField(Field.ARP_SPA, ip));
    }
}
