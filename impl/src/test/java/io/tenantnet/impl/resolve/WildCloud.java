/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.AddressPair;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.ProviderPort;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.SecurityRule.Direction;
import io.tenantnet.impl.model.Subnet;
import io.tenantnet.impl.net.Cidr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A cloud where everything claims what others have; mostly ports and interfaces change. */
public final class WildCloud {
    private static final int PORTS = 10;
    private static final int NETWORKS = 5;
    private static final int HOSTS = 3;
    private static final List<String> NAMES = List.of("tap0", "tap1", "tap2", "vnic");

    private final Map<UUID, Port> ports = new HashMap<>();
    private final Map<String, Host> hosts = new HashMap<>();
    private final boolean[] networks = new boolean[NETWORKS];
    private final Random random;
    private boolean routed;
    private boolean chained;
    private boolean outside;
    private int floating = PORTS;
    private int trunk;
    private int remote = -1;
    private boolean shaped;
    private boolean served;

    /** A cloud of three hosts, h0 to h2, and nothing else. */
    public WildCloud(final Random random) {
        this.random = random;
        for (int host = 0; host < HOSTS; host++) {
            hosts.put("h" + host, new Sample().host(host).provider(host, 9).build().hosts().get("h" + host));
        }
    }

    /** The cloud after something happened; what did not change is the same object. */
    public Model next() {
        final int kind = random.nextInt(30);
        if (kind < 12) {
            changePort();
        } else if (kind < 26) {
            changeInterface();
            if (random.nextInt(4) == 0) {
                changePort();
            }
            if (random.nextInt(8) == 0) {
                hosts.computeIfPresent("h" + random.nextInt(HOSTS), (id, host) -> host.withOpenFlow(openFlow()));
            }
        } else {
            changeOther();
        }
        return model();
    }

    private void changePort() {
        final var id = Sample.portId(random.nextInt(PORTS));
        if (random.nextInt(4) == 0) {
            ports.remove(id);
        } else {
            ports.put(id, port(id));
        }
    }

    private Port port(final UUID id) {
        final int number = random.nextInt(PORTS);
        final boolean named = random.nextInt(3) == 0;
        final var ips = random.nextInt(8) == 0 ? List.<FixedIp>of()
            : List.of(new FixedIp(Sample.ip(number), Optional.empty()));
        return new Port(id, Sample.networkId(network()), Sample.mac(number), random.nextInt(10) > 0, ips,
            random.nextInt(3) > 0 ? List.of()
                : List.of(new AddressPair(new Cidr(Sample.ip(random.nextInt(PORTS)), 32), Sample.mac(number))),
            Optional.empty(), groups(), Optional.empty(), owner(), named ? Optional.of(hostName()) : Optional.empty(),
            named ? Optional.of(name()) : Optional.empty(),
            random.nextInt(4) > 0 ? Optional.empty() : Optional.of(Sample.qosPolicyId(0)), List.of());
    }

    private int network() {
        return random.nextInt(10) == 0 ? 9 : random.nextInt(NETWORKS);
    }

    private Optional<String> owner() {
        return switch (random.nextInt(14)) {
            case 0 -> Optional.of("network:dhcp");
            case 1 -> Optional.of("network:router_gateway");
            default -> Optional.empty();
        };
    }

    private Set<UUID> groups() {
        final int bits = random.nextInt(2) == 0 ? 1 : random.nextInt(8);
        return IntStream.range(0, 3).filter(bit -> (bits >> bit & 1) == 1).mapToObj(Sample::groupId)
            .collect(Collectors.toSet());
    }

    private String hostName() {
        return (random.nextBoolean() ? "h" : "host-") + random.nextInt(HOSTS);
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private void changeInterface() {
        final var id = "h" + random.nextInt(HOSTS);
        final var all = new HashMap<>(hosts.get(id).interfaces());
        final var name = name();
        if (random.nextInt(4) == 0) {
            all.remove(name);
        } else {
            final var ifaceId = random.nextInt(4) == 0 ? Optional.<String>empty()
                : Optional.of(Sample.portId(random.nextInt(PORTS)).toString());
            all.put(name, new HostInterface(name, random.nextInt(8) == 0 ? OptionalInt.empty()
                : OptionalInt.of(8 + random.nextInt(4)), ifaceId, Optional.empty(), random.nextInt(3)));
        }
        hosts.put(id, hosts.get(id).with(all));
    }

    private void changeOther() {
        switch (random.nextInt(11)) {
            case 0 -> routed ^= true;
            case 7 -> chained ^= true;
            case 1 -> outside ^= true;
            case 2 -> floating = random.nextInt(PORTS + 1);
            case 3 -> trunk = random.nextInt(2) == 0 ? 0 : random.nextInt(PORTS);
            case 4 -> remote = random.nextInt(4) - 1;
            case 5 -> shaped ^= true;
            case 6 -> served ^= true;
            case 8, 9 -> changeMapping();
            default -> networks[random.nextInt(NETWORKS)] ^= true;
        }
    }

    /** A host is joined to the physical network, or is not for one reason or another. */
    private void changeMapping() {
        final int number = random.nextInt(HOSTS);
        final var host = hosts.get("h" + number);
        final boolean joined = random.nextBoolean();
        hosts.put(host.id(), new Host(host.id(), host.hostname(), host.datapathId(), host.datapathType(),
            host.tunnelAddress(), host.management(), host.interfaces(),
            joined ? Map.of("physnet1", new ProviderPort("br-ex", 9)) : Map.of(),
            joined ? Map.of() : Map.of("physnet1", "reason " + random.nextInt(2)), host.openStack(), true,
            openFlow(), Optional.empty()));
    }

    private Optional<String> openFlow() {
        return random.nextBoolean() ? Optional.of("tcp:192.0.2.1") : Optional.empty();
    }

    private Model model() {
        final var sample = new Sample().physical(9, 900);
        for (int network = 0; network < NETWORKS; network++) {
            if (!networks[network]) {
                sample.network(network);
            }
        }
        ports.values().forEach(sample::port);
        if (routed) {
            sample.router(0, 0, 1).router6(0, 0, 1).router(1, 1, 2);
            if (chained) {
                sample.routes(0, Sample.block(2) + " " + Sample.gateway(1, 1));
            }
            if (outside) {
                sample.outside(0, true);
            }
        }
        if (floating < PORTS) {
            sample.floating(0, floating).forwarding(1, 80, floating);
        }
        if (trunk > 0) {
            sample.trunk(0, 0, trunk);
        }
        sample.group(new SecurityGroup(Sample.groupId(0), true)).group(new SecurityGroup(Sample.groupId(1), false));
        if (remote >= 0) {
            sample.rule(new SecurityRule(Sample.ruleId(0), Sample.groupId(0), Direction.INGRESS, 4, OptionalInt.of(6),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.of(Sample.groupId(remote)), true, 1,
                true));
        }
        if (shaped) {
            sample.qosPolicy(0, 1000, OptionalInt.empty());
        }
        if (served) {
            sample.subnet(new Subnet(new UUID(0, 0x5003L), Sample.networkId(3), Cidr.parse("10.0.0.0/24"),
                Optional.of(Sample.ip(254)), List.of(), new Subnet.Options(true, List.of(), List.of())));
        }
        hosts.values().forEach(sample::host);
        return sample.build();
    }
}
