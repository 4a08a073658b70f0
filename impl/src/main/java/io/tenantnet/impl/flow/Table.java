/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

/**
 * The pipeline: every table that TenantNet writes into, in the order in which packets meet them. The numbers leave room
 * for tables to come, and for those of Genius (17, 36, 220).
 */
public enum Table {
    /** Tells by its port where a packet comes from: a tenant port, a tunnel or a physical network. Shared with Genius. */
    CLASSIFIER(0),
    /** Tells by its VXLAN network identifier to which network a packet from a tunnel belongs. */
    TUNNEL(40),
    /** Tells by its VLAN to which network a packet from a physical network belongs. */
    PROVIDER(42),
    /** Tells whose a VLAN-tagged packet from a tenant port is; drops it where nobody may send such. */
    TRUNK(44),
    /** Limits and marks the packets of tenant ports that have a QoS policy for what they send. */
    EGRESS_QOS(46),
    /** Drops packets from a tenant port whose source addresses are not the port's. */
    SOURCE_CHECK(50),
    /** Answers ARP requests of tenant ports for addresses that the model knows. */
    ARP_RESPONDER(60),
    /** Answers neighbour solicitations of tenant ports for IPv6 addresses that the model knows. */
    ND_RESPONDER(61),
    /** Tells the MAC address that has an IPv4 address in a network; asked by the tables that need one. */
    ADDRESSES(62),
    /** Answers ARP requests for addresses that were found. */
    ARP_ANSWER(63),
    /** Hands what machines ask DHCP servers to the controller, where the model has the answer. */
    DHCP(64),
    /** Looks up the connections of packets from tenant ports that have security groups. */
    EGRESS_ACL(70),
    /** Copies the destination port to where ranges of it can be matched. */
    EGRESS_PORTS(71),
    /** Tells the policy of the machine that a packet is for, where a rule asks for its groups. */
    EGRESS_PEERS(72),
    /** Lets pass what the egress rules of the sender's security groups allow. */
    EGRESS_RULES(73),
    /** Remembers the connections that egress rules allowed. */
    EGRESS_ALLOWED(74),
    /** Drops what no egress rule allows, and blocks the connections of which it is a part. */
    EGRESS_DENIED(75),
    /** Takes packets of external networks that are addressed to routers and floating IPs. */
    OUTSIDE(76),
    /** Tells which connections from outside a router lets in, and where they lead. */
    DESTINATION_NAT(77),
    /** Chooses the network into which a router sends a packet from outside. */
    INWARD(78),
    /** Takes packets that are addressed to a router: answers for it, or chooses where they are routed to. */
    ROUTER(80),
    /** Hands packets on to another router, which is the next hop of a route. */
    NEXT_ROUTER(81),
    /** Sends packets for the world outside through a floating IP, to NAT, or to the gateway host. */
    OUTWARD(82),
    /** Gives a routed packet the MAC address of its next hop. */
    NEXT_HOP(84),
    /** Drops routed IPv4 packets for an address that was not found. */
    NEXT_HOP_FOUND(85),
    /** Looks up the connections of packets for the world outside. */
    TRANSLATE(86),
    /** Gives connections to the world outside the gateway's address. */
    SOURCE_NAT(87),
    /** Sends packets to their next hop in an external network. */
    NEXT_HOP_OUTSIDE(88),
    /** Sends packets to the port, or to the host, of their destination MAC address. */
    L2_FORWARD(100),
    /** Copies broadcast, unknown unicast and multicast packets to all who shall see them. */
    FLOOD(110),
    /** Sends packets out into their physical network. */
    WIRE(112),
    /** Looks up the connections of packets to tenant ports that have security groups. */
    INGRESS_ACL(120),
    /** Copies the destination port to where ranges of it can be matched. */
    INGRESS_PORTS(121),
    /** Tells the policy of the machine that a packet is from, where a rule asks for its groups. */
    INGRESS_PEERS(122),
    /** Lets pass what the ingress rules of the receiver's security groups allow. */
    INGRESS_RULES(123),
    /** Remembers the connections that ingress rules allowed. */
    INGRESS_ALLOWED(124),
    /** Drops what no ingress rule allows, and blocks the connections of which it is a part. */
    INGRESS_DENIED(125),
    /** Limits what is sent to tenant ports that have a QoS policy for it. */
    INGRESS_QOS(127),
    /** Hands packets over to the tenant port that they were sent to. */
    DELIVER(130),
    /** Sends what the switch answered back to the tenant port that asked. */
    ANSWER(132);

    private final int id;

    Table(final int id) {
        this.id = id;
    }

    /** The OpenFlow table number, 0..253. */
    public int id() {
        return id;
    }
}
