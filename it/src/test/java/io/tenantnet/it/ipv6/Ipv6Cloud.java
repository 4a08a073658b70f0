/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.ipv6;

import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Networks, routers and machines of IPv6 alone. */
record Ipv6Cloud(Bench bench) {
    /** The prefix of a subnet; tenants have the same. */
    static String prefix(final int subnet) {
        return "2001:db8:0:%x::".formatted(subnet + 1);
    }

    static String gateway(final int subnet) {
        return prefix(subnet) + "1";
    }

    static String routerMac(final Network network) {
        return "fa:16:3f:00:%02x:01".formatted(network.number());
    }

    static String linkLocal(final String mac) {
        final long bits = Long.parseLong(mac.replace(":", ""), 16);
        // As Linux writes it: without leading zeros (RFC 5952).
        return "fe80::%x:%x:%x:%x".formatted(bits >>> 32 ^ 0x0200, bits >>> 16 & 0xff00 | 0xff, 0xfe00 | bits >>> 16 & 0xff,
            bits & 0xffff);
    }

    static String routerPort(final Network network) {
        return "d%07d-0000-4000-8000-000000000000".formatted(network.number());
    }

    void putRouter(final String uuid) {
        put("routers/router", Map.of("uuid", uuid));
    }

    /** A network with one subnet, behind a router. */
    void putNetwork(final Network network, final int subnet, final String router, final Map<String, ?> subnetLeaves) {
        put("networks/network", network.toJson());
        final var leaves = new TreeMap<String, Object>(Map.of("uuid", network.subnetUuid(), "network-id",
            network.uuid(), "cidr", prefix(subnet) + "/64", "gateway-ip", gateway(subnet)));
        leaves.putAll(subnetLeaves);
        put("subnets/subnet", leaves);
        putRouterPort(network, subnet, router);
    }

    void putRouterPort(final Network network, final int subnet, final String router) {
        put("ports/port", Map.of("uuid", routerPort(network), "network-id", network.uuid(),
            "mac-address", routerMac(network), "device-owner", "network:router_interface", "device-id", router,
            "fixed-ips", List.of(Map.of("ip-address", gateway(subnet), "subnet-id", network.subnetUuid()))));
    }

    /** Plugs a machine in, which is given no address by hand. */
    void plug(final Machine machine, final Host host) {
        bench.lab().run("vm", host.name(), machine.name(), machine.mac(), "none", "--id", machine.portUuid());
        // The link-local address is made of the MAC address when the interface goes up.
        for (final var state : List.of("down", "up")) {
            bench.lab().exec(machine.name(), "ip", "link", "set", "eth0", state);
        }
    }

    /** Gives a machine its address by hand, at once. */
    void configure(final Machine machine, final String gateway) {
        bench.lab().exec(machine.name(), "ip", "addr", "add", machine.ip() + "/64", "dev", "eth0", "nodad");
        bench.lab().exec(machine.name(), "ip", "-6", "route", "add", "default", "via", gateway);
    }

    String ping(final Machine from, final String to, final int count) {
        return bench.lab().attempt("exec", from.name(), "ping", "-6", "-c", Integer.toString(count), "-i", "0.05", "-W",
            "1", to).output();
    }

    void put(final String list, final Map<String, ?> entry) {
        bench.model().put(list, new TreeMap<>(entry));
    }

    void delete(final String entry) {
        bench.rest().delete(TenantModel.ROOT + "/" + entry).expectSuccess();
    }
}
