/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.model.SecurityRule;
import io.tenantnet.impl.model.SecurityRule.Direction;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many flows a host gets of ten networks, a router between them, and 500 ports in one group on ten hosts. */
class FlowCountTest {
    private static final int HOSTS = 10;
    private static final int NETWORKS = 10;
    private static final int PORTS = 500;
    private static final int MOST_FLOWS = 3000;

    @Test
    void flowsOfAHost() {
        final var resolved = Resolver.resolve(model());
        assertThat(resolved.ports()).hasSize(PORTS);
        final Map<Integer, Long> byTable = Changes.all(resolved, "h1").stream()
            .flatMap(scope -> Renderer.render(resolved, "h1", scope).stream()).map(Flow::key)
            .collect(Collectors.groupingBy(key -> key.table(), TreeMap::new, Collectors.counting()));
        assertThat(byTable.values().stream().mapToLong(count -> count).sum()).as("by table: %s", byTable)
            .isLessThan(MOST_FLOWS);
    }

    private static Model model() {
        final var sample = new Sample().group(new SecurityGroup(Sample.groupId(1), true))
            .rule(rule(1, Direction.EGRESS, Optional.empty()))
            .rule(rule(2, Direction.INGRESS, Optional.of(Sample.groupId(1))));
        IntStream.range(0, NETWORKS).forEach(sample::network);
        sample.router(0, IntStream.range(0, NETWORKS).toArray());
        IntStream.range(0, PORTS).forEach(port -> sample.port(port(port)));
        IntStream.range(0, HOSTS).forEach(host -> sample.host(host, IntStream.range(0, PORTS)
            .filter(port -> port % HOSTS == host).mapToObj(Sample::tap).toArray(HostInterface[]::new)));
        return sample.build();
    }

    private static Port port(final int number) {
        final int network = number / HOSTS % NETWORKS;
        final var address = new IpAddress(4, 0, 0x0a00_0000L | (long) network << 16 | number + 1);
        return new Port(Sample.portId(number), Sample.networkId(network), Sample.mac(number), true,
            List.of(new FixedIp(address, Optional.empty())), List.of(), Optional.empty(), Set.of(Sample.groupId(1)),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SecurityRule rule(final int id, final Direction direction, final Optional<java.util.UUID> remote) {
        return new SecurityRule(Sample.ruleId(id), Sample.groupId(1), direction, 4, OptionalInt.empty(),
            OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), remote, true, 1, true);
    }
}
