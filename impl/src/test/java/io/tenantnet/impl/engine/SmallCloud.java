/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.HostInterface.TunnelPeer;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.Presence;
import io.tenantnet.impl.model.Trunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** A small cloud that changes: few objects, so that what happens to them meets. */
final class SmallCloud {
    static final int HOSTS = 3;
    static final int PORTS = 4;
    static final int NETWORKS = 3;
    /** Further places where a port can be. */
    static final int ON_TWO_HOSTS = HOSTS;
    static final int WITHOUT_NUMBER = HOSTS + 1;
    static final int NOWHERE = HOSTS + 2;

    final int[] places = new int[PORTS];
    final int[] networksOfPorts = new int[PORTS];
    final boolean[] replaced = new boolean[PORTS];
    final boolean[] networks = {true, true, true};
    /** How each network travels. */
    final NetworkType[] types = {NetworkType.VXLAN, NetworkType.VXLAN, NetworkType.VXLAN};
    /** By host, the port number that leads to the physical network; 0 where none does. */
    final int[] providers = new int[HOSTS];
    /** A router joins the network of its number and the next. */
    final boolean[] routers = {true, false};
    /** The kind of the routes through which a router leads to the other; see {@link SmallRoutes}. */
    final int[] routes = new int[2];
    /** What a router has outside: nothing, a gateway that translates, one that does not, or one with IPv6. */
    final int[] gateways = new int[2];
    /** The ports that floating IPs stand for; none where it is the number of ports. */
    final int[] floating = {PORTS, PORTS};
    /** The ports that two ports of a third floating IP lead to. */
    final int[] forwarded = {PORTS, PORTS};
    /** Whether the router outside has answered. */
    boolean answered;
    /** The host that is silent, and the one that is expected; none where it is the number of hosts. */
    int silent = HOSTS;
    int expected = HOSTS;
    final boolean[] hosts = {true, true, true};
    /** The sub-port in a trunk of port 0; 0 where there is no trunk. */
    int subPort;
    final boolean[] renamed = new boolean[HOSTS];
    /** Which hosts have a port of gre tunnels. */
    final boolean[] gre = {true, true, false};
    /** By how much the OpenFlow port numbers of a host have moved on: each is then another port's. */
    final int[] shifts = new int[HOSTS];

    /** The kind of DHCP of a network; see {@link SmallDhcp}. */
    final int[] dhcp = new int[NETWORKS];

    /** The security groups of a port, as bits. */
    final int[] groups = new int[PORTS];
    /** The QoS policy of a port; there is none where it is negative. */
    final int[] shapes = {-1, -1, -1, -1};
    /** The bandwidth of QoS policies, the first of which is a network's; there is none where it is 0. */
    final int[] rates = {0, 1000};

    /** What is behind hardware VTEPs. */
    final SmallMetal metal = new SmallMetal();
    /** A rule is of one of a few kinds; there is none where it is negative. */
    final int[] rules = {-1, -1, -1};

    Model model() {
        final var sample = new Sample();
        for (int network = 0; network < NETWORKS; network++) {
            if (networks[network]) {
                addNetwork(sample, network);
            }
            SmallDhcp.addTo(sample, network, dhcp[network]);
        }
        for (int port = 0; port < PORTS; port++) {
            // A network beyond the last means that there is no such port.
            if (networksOfPorts[port] < NETWORKS) {
                sample.port(port(port));
            }
        }
        if (subPort != 0) {
            sample.trunk(new Trunk(Sample.trunkId(0), true, portId(0),
                List.of(new Trunk.SubPort(portId(subPort), 500))));
        }
        for (int router = 0; router < routers.length; router++) {
            if (routers[router]) {
                sample.router(router, router, router + 1).router6(router, router, router + 1);
                SmallRoutes.addTo(sample, router, routes[router]);
                if (gateways[router] == 3) {
                    sample.outside6(router);
                } else if (gateways[router] > 0) {
                    sample.outside(router, gateways[router] == 1);
                }
            }
        }
        for (int number = 0; number < floating.length; number++) {
            if (floating[number] < PORTS) {
                sample.floating(number, floating[number]);
            }
        }
        for (int number = 0; number < forwarded.length; number++) {
            if (forwarded[number] < PORTS) {
                sample.forwarding(2, 8000 + number, forwarded[number]);
            }
        }
        sample.physical(9, 900);
        SmallSecurity.addTo(sample, rules);
        for (int policy = 0; policy < rates.length; policy++) {
            if (rates[policy] > 0) {
                sample.qosPolicy(policy, rates[policy], policy == 0 ? OptionalInt.empty() : OptionalInt.of(46));
            }
        }
        for (int host = 0; host < HOSTS; host++) {
            if (hosts[host]) {
                addHost(sample, host);
            }
        }
        final var model = metal.in(sample);
        return new Model(model.tenant(), model.hosts(), presence(),
            answered ? Sample.neighbours() : Neighbours.NONE, model.vteps(), true);
    }

    private Presence presence() {
        return new Presence(silent < HOSTS ? Set.of("h" + silent) : Set.of(),
            expected < HOSTS ? Set.of("h" + expected) : Set.of());
    }

    private void addNetwork(final Sample sample, final int network) {
        switch (types[network]) {
            case FLAT -> sample.physical(network, 0);
            case VLAN -> sample.physical(network, 100 + network);
            case GRE -> sample.network(new Network(Sample.networkId(network), NetworkType.GRE, Optional.empty(),
                OptionalInt.of(5000 + network), true, true, 1450, false));
            case LOCAL -> sample.network(new Network(Sample.networkId(network), NetworkType.LOCAL, Optional.empty(),
                OptionalInt.empty(), true, true, 1450, true));
            default -> sample.network(network == 1 ? Sample.shaped(network, 0)
                : Sample.vxlan(network, OptionalInt.of(5000 + network)));
        }
    }

    /** A port that replaced another has all that the other had but its uuid. */
    private Port port(final int port) {
        return new Port(portId(port), Sample.networkId(networksOfPorts[port]), Sample.mac(port), true,
            addresses(port), List.of(), Optional.empty(),
            SmallSecurity.groups(groups[port]),
            Optional.empty(), SmallDhcp.owner(dhcp[networksOfPorts[port]], port), Optional.empty(), Optional.empty(),
            shapes[port] < 0 ? Optional.empty() : Optional.of(Sample.qosPolicyId(shapes[port])), List.of());
    }

    /** Every other port has an IPv6 address, too. */
    private List<FixedIp> addresses(final int port) {
        final var ipv4 = new FixedIp(Sample.ip(port), Optional.empty());
        return port % 2 == 0 ? List.of(ipv4)
            : List.of(ipv4, new FixedIp(Sample.ip6(networksOfPorts[port], port), Optional.empty()));
    }

    private UUID portId(final int port) {
        return Sample.portId(replaced[port] ? 100 + port : port);
    }

    private void addHost(final Sample sample, final int number) {
        final var plain = new Sample().host(number, interfaces(number));
        final var joined = providers[number] == 0 ? plain : plain.provider(number, providers[number]);
        final var host = joined.build().hosts().get("h" + number);
        // What is not joined has a reason.
        sample.host(new Host(renamed[number] ? "g" + number : host.id(), host.hostname(), host.datapathId(),
            host.datapathType(), host.tunnelAddress(), host.management(), host.interfaces(), host.providers(),
            providers[number] == 0 ? Map.of("physnet1", "it has no br-ex") : Map.of(), host.openStack(), true,
            Optional.empty(), Optional.empty()));
    }

    private HostInterface[] interfaces(final int host) {
        final var here = new ArrayList<HostInterface>();
        for (int port = 0; port < PORTS; port++) {
            final int place = places[port];
            if (place == host || place == ON_TWO_HOSTS && host < 2) {
                here.add(tap(port, OptionalInt.of(100 + (port + shifts[host]) % PORTS), host));
            } else if (place == WITHOUT_NUMBER && host == 0) {
                here.add(tap(port, OptionalInt.empty(), 0));
            }
        }
        if (gre[host]) {
            here.add(new HostInterface("tn-gre", OptionalInt.of(2), Optional.empty(),
                Optional.of(new TunnelPeer(NetworkType.GRE, Optional.empty())), 0));
        }
        return here.toArray(new HostInterface[0]);
    }

    private HostInterface tap(final int port, final OptionalInt ofport, final long arrival) {
        return new HostInterface("tap" + port, ofport, Optional.of(portId(port).toString()), Optional.empty(), arrival);
    }
}
