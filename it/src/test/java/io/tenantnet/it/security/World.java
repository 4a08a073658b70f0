/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Machines, groups and rules, and what they are to let pass. */
final class World {
    static final int WEB = 1;
    static final int CLIENTS = 2;
    static final int OTHERS = 3;
    static final int EXTRA = 4;
    static final int LIMITED = 5;
    static final int STATELESS = 6;
    /** The rule that lets clients in at port 3000. */
    static final int CLIENTS_AT_3000 = 104;

    static final Network RED = new Network(1, 5001);
    static final Machine ALICE = RED.machine(11);
    static final Machine CAROL = RED.machine(12);
    static final Machine BOB = RED.machine(13);
    static final Machine DAVE = RED.machine(14);
    static final Machine ERIN = RED.machine(15);
    static final Machine FRANK = RED.machine(16);
    static final Machine SERVER = RED.machine(20);
    static final List<Machine> ON_H1 = List.of(ALICE, BOB, DAVE, ERIN);
    static final List<Machine> ON_H2 = List.of(CAROL, FRANK, SERVER);
    static final List<Machine> ALL = Stream.concat(ON_H1.stream(), ON_H2.stream()).toList();

    private World() {
    }

    static void putTo(final SecurityModel model) {
        model.model().put(RED);
        IntStream.rangeClosed(WEB, LIMITED).forEach(group -> model.putGroup(group, true));
        model.putGroup(STATELESS, false);
        rulesOfTheServer(model);
        for (final int group : new int[] {CLIENTS, OTHERS}) {
            model.putRule(group * 10, group, "egress");
            model.putRule(group * 10 + 1, group, "egress", "ethertype", "IPv6");
        }
        model.putRule(501, LIMITED, "egress", "protocol", "tcp", "port-range-min", 80, "port-range-max", 80,
            "remote-group-id", SecurityModel.group(WEB));
        model.putRule(502, LIMITED, "egress", "protocol", "udp", "port-range-min", 53, "port-range-max", 53,
            "remote-ip-prefix", SERVER.ip() + "/32");
        model.putRule(503, LIMITED, "egress", "ethertype", "IPv6", "protocol", "6");
        model.putRule(601, STATELESS, "ingress", "protocol", "tcp", "port-range-min", 80, "port-range-max", 80);
        model.putRule(602, STATELESS, "ingress", "protocol", "udp", "port-range-min", 53, "port-range-max", 53);
        model.putRule(603, STATELESS, "ingress", "protocol", "icmp");
        model.putRule(604, STATELESS, "egress", "protocol", "icmp");
        model.putRule(605, STATELESS, "egress", "protocol", "udp", "port-range-min", 1024, "port-range-max", 65535);
        model.putPort(ALICE, CLIENTS);
        model.putPort(CAROL, CLIENTS, EXTRA);
        model.putPort(BOB, OTHERS);
        model.putPort(DAVE);
        model.putPort(ERIN, LIMITED);
        model.putPort(FRANK, STATELESS);
        model.putPort(SERVER, WEB);
    }

    private static void rulesOfTheServer(final SecurityModel model) {
        tcp(model, 101, 80, 80);
        tcp(model, 102, 1000, 1999, "priority", 5);
        tcp(model, 103, 2000, 2000, "remote-ip-prefix", ALICE.ip() + "/32");
        putClientsAt3000(model);
        model.putRule(105, WEB, "ingress", "protocol", "17", "port-range-min", 53, "port-range-max", 53);
        model.putRule(106, WEB, "ingress", "protocol", "udp", "port-range-min", 5000, "port-range-max", 5003,
            "remote-group-id", SecurityModel.group(CLIENTS));
        model.putRule(107, WEB, "ingress", "protocol", "icmp", "port-range-min", 8, "port-range-max", 0,
            "remote-group-id", SecurityModel.group(CLIENTS));
        tcp(model, 108, 1500, 1500, "action", "deny", "priority", 1);
        tcp(model, 109, 1600, 1600, "action", "deny", "priority", 5, "remote-ip-prefix", ALICE.ip() + "/32");
        tcp(model, 110, 1700, 1700, "action", "deny", "priority", 9);
        tcp(model, 111, 80, 80, "ethertype", "IPv6");
        model.putRule(112, WEB, "ingress", "ethertype", "IPv6", "protocol", "udp", "port-range-min", 53,
            "port-range-max", 53, "remote-group-id", SecurityModel.group(CLIENTS));
        model.putRule(113, WEB, "ingress", "ethertype", "IPv6", "protocol", "icmpv6", "port-range-min", 128,
            "remote-group-id", SecurityModel.group(CLIENTS));
        tcp(model, 114, 4000, 4000, "enabled", false);
        tcp(model, 115, 65535, 65535);
        tcp(model, 116, 1000, 1999, "ethertype", "IPv6", "remote-ip-prefix", SecurityModel.ip6(BOB) + "/128");
    }

    static void putClientsAt3000(final SecurityModel model) {
        tcp(model, CLIENTS_AT_3000, 3000, 3000, "remote-group-id", SecurityModel.group(CLIENTS));
    }

    private static void tcp(final SecurityModel model, final int number, final int first, final int last,
            final Object... leaves) {
        final var all = Stream.concat(Stream.of("protocol", "tcp", "port-range-min", first, "port-range-max", last),
            Stream.of(leaves)).toArray();
        model.putRule(number, WEB, "ingress", all);
    }

    static List<Case> cases() {
        return Stream.of(ofAlice(), ofBob(), ofOthers(), ofEgress(), stateless()).flatMap(cases -> cases).toList();
    }

    private static Case server(final String rule, final Machine from, final String proto, final int port,
            final boolean passes) {
        return Case.of(rule, from, proto, SERVER, port, passes);
    }

    private static Stream<Case> ofAlice() {
        return Stream.of(
            server("tcp 80", ALICE, "tcp", 80, true), server("no rule", ALICE, "tcp", 81, false),
            server("below 1000-1999", ALICE, "tcp", 999, false), server("first of 1000-1999", ALICE, "tcp", 1000, true),
            server("in 1000-1999", ALICE, "tcp", 1499, true), server("last of 1000-1999", ALICE, "tcp", 1999, true),
            server("deny before allow", ALICE, "tcp", 1500, false),
            server("deny at allow's priority, from alice", ALICE, "tcp", 1600, false),
            server("deny after allow", ALICE, "tcp", 1700, true),
            server("prefix of alice", ALICE, "tcp", 2000, true), server("no rule", ALICE, "tcp", 2001, false),
            server("group of alice", ALICE, "tcp", 3000, true), server("disabled", ALICE, "tcp", 4000, false),
            server("highest port", ALICE, "tcp", 65535, true), server("udp 53", ALICE, "udp", 53, true),
            server("no rule", ALICE, "udp", 54, false), server("no tcp rule for it", ALICE, "tcp", 53, false),
            server("first of 5000-5003, group", ALICE, "udp", 5000, true),
            server("last of 5000-5003, group", ALICE, "udp", 5003, true),
            server("above 5000-5003", ALICE, "udp", 5004, false), server("echo, group", ALICE, "ping", 0, true),
            server("IPv6 tcp 80", ALICE, "tcp6", 80, true), server("IPv6, no rule", ALICE, "tcp6", 81, false),
            server("IPv6 prefix of bob", ALICE, "tcp6", 1000, false), server("IPv6 udp, group", ALICE, "udp6", 53, true),
            server("IPv6 echo, group", ALICE, "ping6", 0, true));
    }

    private static Stream<Case> ofBob() {
        return Stream.of(
            server("tcp 80", BOB, "tcp", 80, true), server("deny is for alice", BOB, "tcp", 1600, true),
            server("prefix of alice", BOB, "tcp", 2000, false), server("not in the group", BOB, "tcp", 3000, false),
            server("udp 53", BOB, "udp", 53, true), server("not in the group", BOB, "udp", 5000, false),
            server("not in the group", BOB, "ping", 0, false), server("IPv6 tcp 80", BOB, "tcp6", 80, true),
            server("IPv6 prefix of bob", BOB, "tcp6", 1500, true),
            server("IPv6, not in the group", BOB, "udp6", 53, false),
            server("IPv6, not in the group", BOB, "ping6", 0, false));
    }

    private static Stream<Case> ofOthers() {
        return Stream.of(
            server("one of two groups, same host", CAROL, "tcp", 3000, true),
            server("one of two groups, same host", CAROL, "udp", 5001, true),
            server("one of two groups, same host", CAROL, "ping", 0, true),
            server("one of two groups, same host", CAROL, "ping6", 0, true),
            server("prefix of alice", CAROL, "tcp", 2000, false), server("tcp 80", DAVE, "tcp", 80, true),
            server("no group at all", DAVE, "tcp", 3000, false), server("udp 53", DAVE, "udp", 53, true),
            server("no group at all", DAVE, "ping", 0, false),
            Case.of("nothing comes in by default", DAVE, "ping", ALICE, 0, false),
            Case.of("nothing comes in by default", DAVE, "tcp", ALICE, 80, false));
    }

    private static Stream<Case> ofEgress() {
        return Stream.of(
            server("egress to group", ERIN, "tcp", 80, true), server("no egress rule", ERIN, "tcp", 1000, false),
            Case.of("egress to group, not in it", ERIN, "tcp", DAVE, 80, false),
            server("egress to prefix", ERIN, "udp", 53, true), server("no egress rule", ERIN, "ping", 0, false),
            server("IPv6 egress", ERIN, "tcp6", 80, true), server("no IPv6 egress rule", ERIN, "udp6", 53, false),
            Case.of("no egress rule", SERVER, "tcp", DAVE, 80, false),
            Case.of("no egress rule", SERVER, "ping", DAVE, 0, false),
            Case.of("all egress", ALICE, "tcp", DAVE, 80, true));
    }

    private static Stream<Case> stateless() {
        return Stream.of(
            Case.of("stateless, both ways", DAVE, "udp", FRANK, 53, true),
            Case.of("stateless, both ways", DAVE, "ping", FRANK, 0, true),
            Case.of("stateless, no way back", DAVE, "tcp", FRANK, 80, false),
            Case.of("stateless, no rule", DAVE, "udp", FRANK, 55, false));
    }
}
