/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.measure;

import static io.tenantnet.it.model.TenantState.text;

import io.tenantnet.it.Bench;
import io.tenantnet.it.model.TenantModel;
import io.tenantnet.it.model.TenantState;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Networks of twenty ports with a subnet each, routers between five networks each, and one security group: all but the
 * group may go and come again, and ports may change. Knows what is there, since nobody else changes it.
 */
final class ChurningCloud {
    private static final int OF_A_NETWORK = 20;
    private static final int OF_A_ROUTER = 5;
    /** Of a hundred operations, how many concern a port, and how many a network; the others concern a router. */
    private static final int FOR_PORTS = 95;
    private static final int FOR_NETWORKS = 1;

    private final Bench bench;
    private final int mostPorts;
    private final int mostNetworks;
    private final int mostRouters;
    private final BitSet ports = new BitSet();
    private final BitSet networks = new BitSet();
    private final BitSet routers = new BitSet();

    ChurningCloud(final Bench bench, final int ports) {
        this.bench = bench;
        mostPorts = ports;
        mostNetworks = (ports + OF_A_NETWORK - 1) / OF_A_NETWORK;
        mostRouters = (mostNetworks + OF_A_ROUTER - 1) / OF_A_ROUTER;
    }

    int ports() {
        return ports.cardinality();
    }

    /** Puts all that there may be, a request for each list; whatever was there goes. */
    void putAll() {
        put("networks", "network", IntStream.range(0, mostNetworks).mapToObj(ChurningCloud::network));
        put("subnets", "subnet", IntStream.range(0, mostNetworks).mapToObj(ChurningCloud::subnet));
        put("routers", "router", IntStream.range(0, mostRouters).mapToObj(ChurningCloud::router));
        put("ports", "port", Stream.concat(IntStream.range(0, mostPorts).mapToObj(port -> port(port, false)),
            IntStream.range(0, mostNetworks).mapToObj(ChurningCloud::gateway)));
        ports.set(0, mostPorts);
        networks.set(0, mostNetworks);
        routers.set(0, mostRouters);
    }

    /** Which of the ports the state does not show as it should, in words. */
    List<String> pending(final TenantState state) {
        final var shown = TenantState.entries(state.json(), "port").filter(entry -> text(entry, "uuid").endsWith("e"))
            .collect(Collectors.groupingBy(entry -> text(entry, "status"), Collectors.counting()));
        return shown.equals(Map.of("ACTIVE", (long) ports())) ? List.of() : List.of(shown + " of " + ports() + " ports");
    }

    private void put(final String list, final String name, final Stream<Map<String, Object>> entries) {
        bench.rest().put(TenantModel.ROOT + "/" + list, Map.of("tenantnet:" + list, Map.of(name, entries.toList())))
            .expectSuccess();
    }

    /** One operation of a tenant's. */
    void step(final Random random) {
        final int kind = random.nextInt(100);
        if (kind < FOR_PORTS) {
            stepPort(random.nextInt(mostPorts), random);
        } else if (kind < FOR_PORTS + FOR_NETWORKS) {
            stepNetwork(random.nextInt(mostNetworks));
        } else {
            stepRouter(random.nextInt(mostRouters));
        }
    }

    private void stepPort(final int port, final Random random) {
        if (!networks.get(port / OF_A_NETWORK)) {
            stepNetwork(port / OF_A_NETWORK);
        } else if (!ports.get(port) || random.nextBoolean()) {
            ports.set(port);
            bench.model().put("ports/port", port(port, random.nextBoolean()));
        } else {
            ports.clear(port);
            bench.model().delete("ports/port=" + ManyPorts.uuid(port));
        }
    }

    private void stepNetwork(final int network) {
        networks.flip(network);
        if (networks.get(network)) {
            bench.model().put("networks/network", network(network));
            bench.model().put("subnets/subnet", subnet(network));
            if (routers.get(network / OF_A_ROUTER)) {
                bench.model().put("ports/port", gateway(network));
            }
            return;
        }
        if (routers.get(network / OF_A_ROUTER)) {
            bench.model().delete("ports/port=" + gateway(network).get("uuid"));
        }
        for (int port = network * OF_A_NETWORK; port < Math.min(mostPorts, (network + 1) * OF_A_NETWORK); port++) {
            if (ports.get(port)) {
                ports.clear(port);
                bench.model().delete("ports/port=" + ManyPorts.uuid(port));
            }
        }
        bench.model().delete("subnets/subnet=" + subnet(network).get("uuid"));
        bench.model().delete("networks/network=" + network(network).get("uuid"));
    }

    private void stepRouter(final int router) {
        routers.flip(router);
        final var inside = networks.stream().filter(network -> network / OF_A_ROUTER == router)
            .mapToObj(ChurningCloud::gateway).toList();
        if (routers.get(router)) {
            bench.model().put("routers/router", router(router));
            inside.forEach(port -> bench.model().put("ports/port", port));
        } else {
            inside.forEach(port -> bench.model().delete("ports/port=" + port.get("uuid")));
            bench.model().delete("routers/router=" + router(router).get("uuid"));
        }
    }

    private static Map<String, Object> network(final int network) {
        return Map.of("uuid", uuid('a', network), "segmentation-id", 5001 + network);
    }

    private static Map<String, Object> subnet(final int network) {
        return Map.of("uuid", uuid('b', network), "network-id", uuid('a', network), "cidr", address(network, 0) + "/24",
            "gateway-ip", address(network, 254));
    }

    private static Map<String, Object> router(final int router) {
        return Map.of("uuid", uuid('c', router));
    }

    /** The port by which a router is in a network. */
    private static Map<String, Object> gateway(final int network) {
        return Map.of("uuid", uuid('d', network), "network-id", uuid('a', network),
            "mac-address", "fa:16:3f:00:%02x:%02x".formatted(network >> 8, network & 0xff),
            "device-owner", "network:router_interface", "device-id", uuid('c', network / OF_A_ROUTER),
            "fixed-ips", List.of(Map.of("ip-address", address(network, 254), "subnet-id", uuid('b', network))));
    }

    private Map<String, Object> port(final int port, final boolean isAnother) {
        final int network = port / OF_A_NETWORK;
        final int address = port % OF_A_NETWORK + (isAnother ? 101 : 1);
        return new TreeMap<>(Map.of("uuid", ManyPorts.uuid(port), "network-id", uuid('a', network),
            "mac-address", "fa:16:3e:%02x:%02x:%02x".formatted(network >> 8, network & 0xff, address),
            "security-group-ids", isAnother ? List.of() : List.of(CommonGroup.ID),
            "fixed-ips", List.of(Map.of("ip-address", address(network, address), "subnet-id", uuid('b', network)))));
    }

    private static String address(final int network, final int number) {
        return "10.%d.%d.%d".formatted(network >> 8, network & 0xff, number);
    }

    private static String uuid(final char kind, final int number) {
        return "%c%07d-0000-4000-8000-000000000000".formatted(kind, number);
    }
}
