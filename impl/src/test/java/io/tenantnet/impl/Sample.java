/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.FloatingIp;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface.TunnelPeer;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Ipv6Mode;
import io.tenantnet.impl.model.L2Gateways;
import io.tenantnet.impl.model.L3;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.model.Network;
import io.tenantnet.impl.model.NetworkType;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.PortForwarding;
import io.tenantnet.impl.model.ProviderPort;
import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.model.Router;
import io.tenantnet.impl.model.Security;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.Settings;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.model.Trunk;
import io.tenantnet.impl.model.TunnelMode;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds models for tests: network n has VNI 5000+n, port p the MAC address ...:p and the IP address 10.0.0.p. */
public final class Sample {
    private final Map<UUID, Network> networks = new HashMap<>();
    private final Map<UUID, Subnet> subnets = new HashMap<>();
    private final Map<UUID, Port> ports = new HashMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<UUID, Router> routers = new HashMap<>();
    private final Map<UUID, PortForwarding> forwardings = new HashMap<>();
    private final Map<UUID, FloatingIp> floating = new HashMap<>();
    private final Map<UUID, SecurityGroup> groups = new HashMap<>();
    private final Map<UUID, SecurityRule> rules = new HashMap<>();
    private final Map<UUID, QosPolicy> qosPolicies = new HashMap<>();
    private final Map<UUID, Trunk> trunks = new HashMap<>();
    private final Map<UUID, Integer> allocations = new HashMap<>();
    private TunnelMode mode = Settings.DEFAULT.mode();

    public static UUID networkId(final int number) {
        return new UUID(0, 0x1000L + number);
    }

    public static UUID portId(final int number) {
        return new UUID(0, 0x2000L + number);
    }

    public static MacAddress mac(final int number) {
        return new MacAddress(0xfa16_3e00_0000L + number);
    }

    public static IpAddress ip(final int number) {
        return new IpAddress(4, 0, 0x0a00_0000L + number);
    }

    public Sample network(final int number) {
        return network(vxlan(number, OptionalInt.of(5000 + number)));
    }

    /** A vxlan network that asks for an identifier or, where that is empty, for none. */
    public static Network vxlan(final int number, final OptionalInt vni) {
        return new Network(networkId(number), NetworkType.VXLAN, Optional.empty(), vni, true, true, 1450, false);
    }

    /** A vxlan network with a QoS policy. */
    public static Network shaped(final int number, final int policy) {
        return new Network(networkId(number), NetworkType.VXLAN, Optional.empty(), OptionalInt.of(5000 + number), true,
            true, 1450, false, Optional.of(qosPolicyId(policy)));
    }

    /** A flat network where the VLAN id is 0, else a vlan network, of physical network physnet1. */
    public Sample physical(final int number, final int vlan) {
        return network(new Network(networkId(number), vlan == 0 ? NetworkType.FLAT : NetworkType.VLAN,
            Optional.of("physnet1"), vlan == 0 ? OptionalInt.empty() : OptionalInt.of(vlan), true, true, 1500, false));
    }

    /** A host's port that leads to physical network physnet1. */
    public Sample provider(final int host, final int ofport) {
        final var bare = hosts.get("h" + host);
        return host(new Host(bare.id(), bare.hostname(), bare.datapathId(), bare.datapathType(), bare.tunnelAddress(),
            bare.management(), bare.interfaces(), Map.of("physnet1", new ProviderPort("br-ex", ofport)),
            bare.openStack(), bare.connected(), bare.problem()));
    }

    /** A host that is to be joined to physical network physnet1 and cannot be. */
    public Sample unjoined(final int host, final String why) {
        final var bare = hosts.get("h" + host);
        return host(new Host(bare.id(), bare.hostname(), bare.datapathId(), bare.datapathType(), bare.tunnelAddress(),
            bare.management(), bare.interfaces(), Map.of(), Map.of("physnet1", why), bare.openStack(), bare.connected(),
            bare.openFlow(), bare.problem()));
    }

    public Sample network(final Network network) {
        networks.put(network.id(), network);
        return this;
    }

    public Sample subnet(final Subnet subnet) {
        subnets.put(subnet.id(), subnet);
        return this;
    }

    public Sample allocation(final int network, final int vni) {
        allocations.put(networkId(network), vni);
        return this;
    }

    /** A trunk whose sub-ports have VLAN 500 and their number. */
    public Sample trunk(final int number, final int parent, final int... subPorts) {
        return trunk(new Trunk(trunkId(number), true, portId(parent), IntStream.of(subPorts)
            .mapToObj(one -> new Trunk.SubPort(portId(one), 500 + one)).toList()));
    }

    public Sample trunk(final Trunk trunk) {
        trunks.put(trunk.id(), trunk);
        return this;
    }

    public static UUID trunkId(final int number) {
        return new UUID(0, 0x5000L + number);
    }

    public Sample router(final Router router) {
        routers.put(router.id(), router);
        return this;
    }

    /** The router with a gateway in network 9: address 192.0.2.{router + 100} of 192.0.2.0/24, whose own gateway is .1. */
    public Sample outside(final int router, final boolean snat) {
        final var former = routers.get(routerId(router));
        subnet(new Subnet(new UUID(0, 0x4009L), networkId(9), Cidr.parse("192.0.2.0/24"),
            Optional.of(IpAddress.parse("192.0.2.1")), List.of(), Subnet.Options.NONE));
        return router(new Router(former.id(), former.adminUp(), Optional.of(new Router.Gateway(networkId(9), snat,
            List.of(new FixedIp(new IpAddress(4, 0, 0xc000_0264L + router), Optional.empty())))),
            former.gatewayPortId(), former.routes()));
    }

    /** The router with a gateway in network 9 that has an IPv6 address, too: {@link #ip6} (9, router + 100). */
    public Sample outside6(final int router) {
        final var former = outside(router, true).routers.get(routerId(router));
        subnet(new Subnet(new UUID(0, 0x6009L), networkId(9), block6(9), Optional.of(ip6(9, 1)), List.of(),
            Subnet.Options.NONE));
        final var gateway = former.gateway().orElseThrow();
        return router(new Router(former.id(), former.adminUp(), Optional.of(new Router.Gateway(networkId(9), true,
            List.of(gateway.fixedIps().get(0), new FixedIp(ip6(9, router + 100), Optional.empty())))),
            former.gatewayPortId(), former.routes()));
    }

    /** The router with routes, each a destination and a next hop. */
    public Sample routes(final int router, final String... routes) {
        final var former = routers.get(routerId(router));
        return router(new Router(former.id(), former.adminUp(), former.gateway(), former.gatewayPortId(),
            Stream.of(routes).map(route -> route.split(" ")).map(route ->
                new Router.Route(Cidr.parse(route[0]), IpAddress.parse(route[1]))).toList()));
    }

    /** Floating IP f, with address 192.0.2.{f + 200}, for a port. */
    public Sample floating(final int number, final int port) {
        final var id = new UUID(0, 0x5000L + number);
        floating.put(id, new FloatingIp(id, networkId(9), new IpAddress(4, 0, 0xc000_02c8L + number),
            Optional.of(portId(port)), Optional.empty(), Optional.empty()));
        return this;
    }

    /** Floating IP f, for no port; TCP port {external} leads to port 80 of a port, for one block only. */
    public Sample forwarding(final int number, final int external, final int port) {
        final var id = new UUID(0, 0x5000L + number);
        floating.putIfAbsent(id, new FloatingIp(id, networkId(9), new IpAddress(4, 0, 0xc000_02c8L + number),
            Optional.empty(), Optional.empty(), Optional.empty()));
        final var own = new UUID(number, 0x6000L + external);
        forwardings.put(own, new PortForwarding(own, id, 6, external, portId(port), Optional.empty(), 80,
            Optional.of(Cidr.parse("198.51.100.0/24"))));
        return this;
    }

    /** The router at 192.0.2.1 has answered. */
    public static Neighbours neighbours() {
        return new Neighbours(Map.of(new Neighbours.Place(networkId(9), IpAddress.parse("192.0.2.1")),
            MacAddress.parse("00:00:5e:00:01:01")), Set.of());
    }

    public static UUID routerId(final int number) {
        return new UUID(0, 0x3000L + number);
    }

    /** A router with an interface in each of some networks, all addresses of 10.{network}.0.0/16; see {@link #gateway}. */
    public Sample router(final int number, final int... networks) {
        for (final int network : networks) {
            final int id = 1000 + 10 * number + network;
            subnet(new Subnet(new UUID(0, 0x4000L + network), networkId(network), block(network), Optional.empty(),
                List.of(), Subnet.Options.NONE));
            port(new Port(portId(id), networkId(network), mac(id), true,
                List.of(new FixedIp(gateway(number, network), Optional.empty())), List.of(), Optional.empty(), Set.of(),
                Optional.of(routerId(number).toString()), Optional.of("network:router_interface"), Optional.empty(),
                Optional.empty()));
        }
        return router(new Router(routerId(number), true, Optional.empty(), Optional.empty(), List.of()));
    }

    /**
     * The same router's interfaces for IPv6, ports of their own: see {@link #gateway6}. In networks of odd numbers machines
     * make their addresses themselves, in others they get them by DHCPv6.
     */
    public Sample router6(final int number, final int... networks) {
        for (final int network : networks) {
            final int id = 2000 + 10 * number + network;
            final var mode = Optional.of(network % 2 == 1 ? Ipv6Mode.SLAAC : Ipv6Mode.DHCPV6_STATEFUL);
            subnet(new Subnet(new UUID(0, 0x6000L + network), networkId(network), block6(network), Optional.empty(),
                List.of(), new Subnet.Options(true, List.of(), List.of(), mode, mode)));
            port(new Port(portId(id), networkId(network), mac(id), true,
                List.of(new FixedIp(gateway6(number, network), Optional.empty())), List.of(), Optional.empty(), Set.of(),
                Optional.of(routerId(number).toString()), Optional.of("network:router_interface"), Optional.empty(),
                Optional.empty()));
        }
        return this;
    }

    /** The block of a network's IPv6 subnet: 2001:db8:0:{network}::/64. */
    public static Cidr block6(final int network) {
        return new Cidr(ip6(network, 0), 64);
    }

    /** A router's IPv6 address in a network. */
    public static IpAddress gateway6(final int router, final int network) {
        return ip6(network, 0xff01 + router);
    }

    /** An address in a network's IPv6 subnet. */
    public static IpAddress ip6(final int network, final int number) {
        return new IpAddress(6, 0x2001_0db8_0000_0000L | network, number);
    }

    /** The block of a network's subnet. */
    public static Cidr block(final int network) {
        return new Cidr(new IpAddress(4, 0, 0x0a00_0000L | (long) network << 16), 16);
    }

    /** A router's address in a network. */
    public static IpAddress gateway(final int router, final int network) {
        return new IpAddress(4, 0, 0x0a00_ff00L | (long) network << 16 | router + 1);
    }

    public Sample group(final SecurityGroup group) {
        groups.put(group.id(), group);
        return this;
    }

    public Sample rule(final SecurityRule rule) {
        rules.put(rule.id(), rule);
        return this;
    }

    public Sample port(final int number, final int network) {
        return guardedPort(number, network);
    }

    /** A port in security groups. */
    public Sample guardedPort(final int number, final int network, final UUID... groups) {
        return port(new Port(portId(number), networkId(network), mac(number), true,
            List.of(new FixedIp(ip(number), Optional.empty())), List.of(), Optional.empty(), Set.of(groups),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    public static UUID groupId(final int number) {
        return new UUID(0, 0x3000L + number);
    }

    public static UUID ruleId(final int number) {
        return new UUID(0, 0x4000L + number);
    }

    public static UUID qosPolicyId(final int number) {
        return new UUID(0, 0x5000L + number);
    }

    /** A policy that limits both directions to so many kbit/s and marks with a code point. */
    public Sample qosPolicy(final int number, final int kbps, final OptionalInt dscp) {
        final var limit = Optional.of(new QosPolicy.BandwidthLimit(kbps, 4 * kbps / 5));
        return qosPolicy(new QosPolicy(qosPolicyId(number), limit, limit, dscp, false));
    }

    public Sample qosPolicy(final QosPolicy policy) {
        qosPolicies.put(policy.id(), policy);
        return this;
    }

    /** A port with a QoS policy of its own. */
    public Sample shapedPort(final int number, final int network, final int policy) {
        return port(new Port(portId(number), networkId(network), mac(number), true,
            List.of(new FixedIp(ip(number), Optional.empty())), List.of(), Optional.empty(), Set.of(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of(qosPolicyId(policy)), List.of()));
    }

    public Sample port(final Port port) {
        ports.put(port.id(), port);
        return this;
    }

    /** A host with a flow-based tunnel port, number 1, and tunnel address 192.0.2.{number}. */
    public Sample host(final int number, final HostInterface... interfaces) {
        final Map<String, HostInterface> all = new HashMap<>();
        all.put("tn-vxlan", new HostInterface("tn-vxlan", OptionalInt.of(1), Optional.empty(),
            Optional.of(new TunnelPeer(NetworkType.VXLAN, Optional.empty())), 0));
        for (final var one : interfaces) {
            all.put(one.name(), one);
        }
        return host(new Host("h" + number, Optional.of("host-" + number), OptionalLong.of(number),
            Optional.of("netdev"), Optional.of(new IpAddress(4, 0, 0xc000_0200L + number)), Optional.empty(), all,
            Map.of(), Map.of(), true, Optional.empty()));
    }

    /** Another way to join the hosts than the default. */
    public Sample mode(final TunnelMode other) {
        mode = other;
        return this;
    }

    public Sample host(final Host host) {
        hosts.put(host.id(), host);
        return this;
    }

    /** The interface of a port: tap{number} with OpenFlow port 100+number. */
    public static HostInterface tap(final int number) {
        return tap(number, 100 + number, 0);
    }

    public static HostInterface tap(final int number, final int ofport, final long arrival) {
        return new HostInterface("tap" + number, OptionalInt.of(ofport), Optional.of(portId(number).toString()),
            Optional.empty(), arrival);
    }

    /** Router n has the number n + 1. */
    private Map<UUID, Integer> numbers() {
        final Map<UUID, Integer> numbers = new HashMap<>();
        routers.keySet().forEach(id -> numbers.put(id, (int) (id.getLeastSignificantBits() - 0x3000L + 1)));
        return numbers;
    }

    public Model build() {
        return new Model(new TenantModel(new Settings(Settings.DEFAULT.firstVni(), Settings.DEFAULT.lastVni(),
            Settings.DEFAULT.hostHold(), mode), Map.copyOf(networks), Map.copyOf(subnets),
            Map.copyOf(ports), Map.copyOf(trunks),
            new L3(Map.copyOf(routers), Map.copyOf(floating), Map.copyOf(forwardings), numbers()),
            new Security(Map.copyOf(groups), Map.copyOf(rules)), L2Gateways.EMPTY,
            Map.copyOf(qosPolicies), Map.copyOf(allocations)), hosts);
    }
}
