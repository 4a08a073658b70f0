/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.Network;
import io.tenantnet.it.model.TenantModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Requests that cannot be meant, beside what they disagree with. */
final class BadRequests {
    static final Network RED = new Network(1, 5001);
    static final Network BLUE = new Network(2, 5002);
    static final List<Machine> MACHINES = List.of(RED.machine(11), RED.machine(12), BLUE.machine(21));
    private static final Network NEW_NETWORK = new Network(3, 5003);
    private static final Machine NEW_MACHINE = RED.machine(33);

    private BadRequests() {
        // Not to be made.
    }

    /** A PUT, the status of its refusal and what the message has to say. */
    record Bad(String title, int status, String path, Object body, List<String> message) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Bad> all() {
        return Stream.of(networks(), subnets(), ports(), others()).flatMap(list -> list);
    }

    private static Stream<Bad> networks() {
        return Stream.of(
            network("VNI 0", 400, "segmentation-id", 0),
            network("VNI above 24 bits", 400, "segmentation-id", 16777216),
            network("negative VNI", 400, "segmentation-id", -1, "-1"),
            network("VNI that is no number", 400, "segmentation-id", "many", "many"),
            network("VNI of another network", 409, "segmentation-id", 5001),
            network("unknown type", 400, "network-type", "token-ring", "token-ring"),
            network("MTU too small", 400, "mtu", 67),
            network("MTU too large", 400, "mtu", 70000, "70000"),
            network("boolean that is none", 400, "admin-state-up", "maybe", "maybe"),
            network("unknown leaf", 400, "colour", "red", "colour"),
            new Bad("uuid that is none", 400, TenantModel.ROOT + "/networks/network=broken", Map.of("tenantnet:network",
                List.of(with(NEW_NETWORK.toJson(), "uuid", "broken"))), List.of("uuid", "broken")));
    }

    private static Stream<Bad> subnets() {
        final var pools = "allocation-pools";
        return Stream.of(
            subnet("CIDR longer than an address", Map.of("cidr", "10.0.0.0/33"), "cidr", "10.0.0.0/33"),
            subnet("CIDR with host bits", Map.of("cidr", "10.0.0.5/24"), "cidr", "10.0.0.5/24"),
            subnet("CIDR that is none", Map.of("cidr", "everything"), "cidr", "everything"),
            subnet("version other than the CIDR's", Map.of("ip-version", "v6"), "ip-version", "v6"),
            subnet("gateway outside", Map.of("gateway-ip", "192.168.7.1"), "gateway-ip", "192.168.7.1"),
            subnet("overlapping pools", Map.of(pools, List.of(pool("10.0.0.1", "10.0.0.99"),
                pool("10.0.0.90", "10.0.0.120"))), pools, "10.0.0.90"),
            subnet("pool that ends before it starts", Map.of(pools, List.of(pool("10.0.0.50", "10.0.0.40"))),
                pools, "10.0.0.40"),
            subnet("pool outside", Map.of(pools, List.of(pool("10.0.1.1", "10.0.1.9"))), pools, "10.0.1.1"));
    }

    private static Stream<Bad> ports() {
        final var mac = "mac-address";
        return Stream.of(
            port("MAC that is none", 400, Map.of(mac, "fa:16:3e:zz:00:01"), mac, "fa:16:3e:zz:00:01"),
            port("broadcast MAC", 400, Map.of(mac, "ff:ff:ff:ff:ff:ff"), mac, "ff:ff:ff:ff:ff:ff"),
            port("multicast MAC", 400, Map.of(mac, "01:00:5e:00:00:01"), mac, "01:00:5e:00:00:01"),
            port("MAC of zeros", 400, Map.of(mac, "00:00:00:00:00:00"), mac, "00:00:00:00:00:00"),
            port("MAC of another port", 409, Map.of(mac, MACHINES.get(0).mac()), mac, MACHINES.get(0).mac()),
            port("address outside its subnet", 400, fixed("10.0.9.9"), "ip-address", "10.0.9.9", Network.CIDR),
            port("address that is none", 400, fixed("10.0.0.300"), "ip-address", "10.0.0.300"),
            port("the subnet's broadcast address", 400, fixed("10.0.0.255"), "ip-address", "10.0.0.255"),
            port("interface name that no Linux has", 400, Map.of("host-id", "h1", "interface-name", "sixteen-letters-"),
                "interface-name", "sixteen-letters-"));
    }

    private static Stream<Bad> others() {
        final var good = with(NEW_NETWORK.toJson(), "name", "good");
        return Stream.of(
            without("no MAC", "mac-address"),
            without("no network", "network-id"),
            new Bad("no JSON", 400, portPath(), "{\"tenantnet:port\": [", List.of("error")),
            new Bad("range upside down", 400, TenantModel.ROOT + "/settings", Map.of("tenantnet:settings",
                Map.of("automatic-segmentation-range", Map.of("minimum", 20, "maximum", 10))),
                List.of("minimum", "20")),
            new Bad("a bad one after a good one", 400, TenantModel.ROOT, Map.of(TenantModel.ROOT, Map.of("networks",
                Map.of("network", List.of(good, with(new Network(4, 5004).toJson(), "segmentation-id", 0))))),
                List.of("segmentation-id", "'0'")));
    }

    private static Bad network(final String title, final int status, final String leaf, final Object value,
            final String... message) {
        return new Bad(title, status, TenantModel.ROOT + "/networks/network=" + NEW_NETWORK.uuid(),
            Map.of("tenantnet:network", List.of(with(NEW_NETWORK.toJson(), leaf, value))),
            message.length > 0 ? List.of(message) : List.of(leaf, "'" + value + "'"));
    }

    private static Bad subnet(final String title, final Map<String, Object> changes, final String... message) {
        final var json = NEW_NETWORK.subnetJson();
        json.putAll(changes);
        return new Bad(title, 400, TenantModel.ROOT + "/subnets/subnet=" + NEW_NETWORK.subnetUuid(),
            Map.of("tenantnet:subnet", List.of(json)), List.of(message));
    }

    private static Bad port(final String title, final int status, final Map<String, Object> changes,
            final String... message) {
        final var json = NEW_MACHINE.toJson();
        json.putAll(changes);
        return new Bad(title, status, portPath(), Map.of("tenantnet:port", List.of(json)), List.of(message));
    }

    private static String portPath() {
        return TenantModel.ROOT + "/ports/port=" + NEW_MACHINE.portUuid();
    }

    private static Map<String, Object> fixed(final String address) {
        return Map.of("fixed-ips", List.of(Map.of("ip-address", address, "subnet-id", RED.subnetUuid())));
    }

    private static Map<String, Object> pool(final String start, final String end) {
        return Map.of("start", start, "end", end);
    }

    private static Map<String, Object> with(final Map<String, Object> json, final String leaf, final Object value) {
        final var changed = new TreeMap<>(json);
        changed.put(leaf, value);
        return changed;
    }

    private static Bad without(final String title, final String leaf) {
        final var json = NEW_MACHINE.toJson();
        json.remove(leaf);
        return new Bad(title, 400, portPath(), Map.of("tenantnet:port", List.of(json)), List.of(leaf));
    }
}
