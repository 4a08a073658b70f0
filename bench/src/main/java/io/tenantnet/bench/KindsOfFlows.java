/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Nat;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One flow of every kind that TenantNet's pipeline has: every field matched, masked, set and moved as it is there. */
final class KindsOfFlows {
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");
    private static final IpAddress ADDRESS = IpAddress.parse("10.0.0.1");

    private KindsOfFlows() {
    }

    static List<Flow> all() {
        final var port = Match.ANY.with(Field.IN_PORT, 3);
        final var from = port.with(Field.ETH_SRC, MAC);
        final var ipv4 = from.with(Field.ETH_TYPE, 0x800);
        final var ipv6 = from.with(Field.ETH_TYPE, 0x86dd);
        final var arp = from.with(Field.ETH_TYPE, 0x806);
        final var network = Match.ANY.with(Field.METADATA, 0x12, 0x1_0fff_ffffL);
        return List.of(
            flow(Table.CLASSIFIER, port, Instructions.write(new Instructions.Metadata(0x12, 0x1_0fff_ffffL),
                Table.SOURCE_CHECK)),
            flow(Table.TUNNEL, Match.ANY.with(Field.TUN_ID, 16_777_215), Instructions.write(
                new Instructions.Metadata(0x1_0000_0012L, -1L), Table.L2_FORWARD)),
            flow(Table.EGRESS_QOS, ipv4, Instructions.applyAndGo(Table.SOURCE_CHECK,
                new Action.SetField(Field.IP_DSCP, 46))),
            flow(Table.ARP_RESPONDER, arp, Instructions.applyAndGo(Table.ARP_ANSWER,
                new Action.Move(Field.ARP_TPA, Field.REG2), new Action.SetField(Field.REG0, 0),
                new Action.Resubmit(Table.ADDRESSES))),
            flow(Table.ADDRESSES, network.with(Field.REG2, 0x0a00_0001), Instructions.apply(
                new Action.SetField(Field.ETH_DST, MAC), new Action.SetField(Field.REG0, 1))),
            flow(Table.ARP_ANSWER, arp.with(Field.REG0, 1), Instructions.apply(
                new Action.Move(Field.REG2, Field.ARP_SPA), new Action.Output(Action.IN_PORT))),
            flow(Table.SOURCE_CHECK, ipv4.with(Field.IPV4_SRC, ADDRESS), Instructions.goTo(Table.L2_FORWARD)),
            flow(Table.SOURCE_CHECK, ipv4.with(Field.IPV4_SRC, Cidr.parse("10.1.0.0/23")), Instructions.DROP),
            flow(Table.SOURCE_CHECK, ipv4.with(Field.IPV4_SRC, IpAddress.parse("0.0.0.0")).with(Field.IP_PROTO, 17)
                .with(Field.UDP_SRC, 68).with(Field.UDP_DST, 67), Instructions.goTo(Table.L2_FORWARD)),
            flow(Table.SOURCE_CHECK, ipv6.with(Field.IPV6_SRC, IpAddress.parse("2001:db8::1")), Instructions.DROP),
            flow(Table.SOURCE_CHECK, ipv6.with(Field.IPV6_SRC, Cidr.parse("2001:db8:1::/48")), Instructions.DROP),
            flow(Table.SOURCE_CHECK, ipv6.with(Field.IPV6_SRC, IpAddress.parse("::")).with(Field.IP_PROTO, 58),
                Instructions.goTo(Table.L2_FORWARD)),
            flow(Table.SOURCE_CHECK, arp.with(Field.ARP_SHA, MAC).with(Field.ARP_SPA, Cidr.parse("10.1.0.0/16")),
                Instructions.goTo(Table.ARP_RESPONDER)),
            flow(Table.SOURCE_CHECK, arp.with(Field.ARP_THA, MAC).with(Field.ARP_SPA, IpAddress.parse("0.0.0.0")),
                Instructions.DROP),
            flow(Table.ARP_RESPONDER, network.with(Field.ETH_TYPE, 0x806).with(Field.ARP_OP, 1)
                .with(Field.ARP_TPA, ADDRESS), Instructions.apply(
                    new Action.Move(Field.ETH_SRC, Field.ETH_DST), new Action.SetField(Field.ETH_SRC, MAC),
                    new Action.SetField(Field.ARP_OP, 2), new Action.Move(Field.ARP_SHA, Field.ARP_THA),
                    new Action.Move(Field.ARP_SPA, Field.ARP_TPA), new Action.SetField(Field.ARP_SHA, MAC),
                    new Action.SetField(Field.ARP_SPA, ADDRESS), new Action.Output(Action.IN_PORT))),
            flow(Table.L2_FORWARD, Match.ANY.with(Field.ETH_DST, 0x0180_c200_0000L, 0xffff_ffff_fff0L),
                Instructions.DROP),
            flow(Table.L2_FORWARD, network.with(Field.ETH_DST, MAC), Instructions.apply(
                new Action.SetField(Field.TUN_ID, 5001),
                new Action.SetField(Field.TUN_DST, IpAddress.parse("192.0.2.2")), new Action.Output(1))),
            flow(Table.FLOOD, network, Instructions.apply(new Action.Output(3), new Action.Output(4),
                new Action.SetField(Field.TUN_ID, 5001),
                new Action.SetField(Field.TUN_DST, IpAddress.parse("192.0.2.2")), new Action.Output(1),
                new Action.SetField(Field.TUN_DST, IpAddress.parse("223.255.255.254")), new Action.Output(1))),
            flow(Table.SOURCE_NAT, ipv4.with(Field.REG1, 49_152).with(Field.CT_STATE, 0x21, 0x31), Instructions.apply(
                conntrack(true, Nat.source(ADDRESS)))),
            flow(Table.SOURCE_NAT, ipv4.with(Field.REG1, 49_153), Instructions.apply(
                new Action.SetField(Field.REG1, 49_154), conntrack(false, Nat.AS_DECIDED))),
            flow(Table.DESTINATION_NAT, ipv4.with(Field.IP_PROTO, 6).with(Field.TCP_DST, 80), Instructions.apply(
                conntrack(true, Nat.destination(ADDRESS, 8080)))),
            flow(Table.NEXT_HOP_OUTSIDE, ipv4, Instructions.apply(new Action.ConntrackClear(), new Action.ForgetInPort(),
                new Action.Resubmit(Table.OUTSIDE))),
            flow(Table.FLOOD, Match.ANY, Instructions.DROP));
    }

    private static Action conntrack(final boolean commit, final Nat nat) {
        return new Action.Conntrack(commit, Field.REG1, Optional.of(Table.NEXT_HOP_OUTSIDE), OptionalInt.empty(),
            Optional.of(nat));
    }

    /** One that OpenFlow 1.3.5 section 7.2.3.6 has the switch refuse: no address without its protocol. */
    static Flow wrong() {
        return flow(Table.FLOOD, Match.ANY.with(Field.IPV4_SRC, ADDRESS), Instructions.DROP);
    }

    private static Flow flow(final Table table, final Match match, final Instructions instructions) {
        return new Flow(table, 100, match, instructions, new Scope.OfSwitch());
    }
}
