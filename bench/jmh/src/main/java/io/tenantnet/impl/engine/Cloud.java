/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.SecurityGroup;
import io.tenantnet.impl.share.SharedMap;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Networks of twenty ports, each on ten hosts or all there are; all ports are in one security group. */
@State(Scope.Benchmark)
public class Cloud {
    private static final int PORTS_OF_A_NETWORK = 20;
    private static final int HOSTS_OF_A_NETWORK = 10;

    @Param({"1000", "10000"})
    int ports;
    @Param("50")
    int hosts;

    Model withoutPorts;
    Model model;
    Model withOneMore;

    @Setup
    public void prepare() {
        withOneMore = cloud();
        final var fewer = SharedMap.of(withOneMore.tenant().ports()).edit();
        fewer.remove(Sample.portId(ports));
        model = with(fewer.done());
        withoutPorts = with(SharedMap.empty());
        // As it comes from the datastore: the new port is one more entry of a map that else stays the same.
        final var all = SharedMap.of(model.tenant().ports()).edit();
        all.put(Sample.portId(ports), withOneMore.tenant().ports().get(Sample.portId(ports)));
        withOneMore = with(all.done());
    }

    private Model with(final Map<UUID, Port> some) {
        return new Model(withOneMore.tenant().withPorts(some), withOneMore.hosts());
    }

    private Model cloud() {
        final var sample = new Sample().group(new SecurityGroup(Sample.groupId(1), true));
        final var interfaces = new ArrayList<ArrayList<HostInterface>>();
        for (int host = 0; host < hosts; host++) {
            interfaces.add(new ArrayList<>());
        }
        // All interfaces are there in both models: one more port is one more object of the tenant's.
        for (int port = 0; port <= ports; port++) {
            final int network = port / PORTS_OF_A_NETWORK;
            if (port % PORTS_OF_A_NETWORK == 0) {
                sample.network(network);
            }
            sample.guardedPort(port, network, Sample.groupId(1));
            interfaces.get((network * 7 + port % HOSTS_OF_A_NETWORK) % hosts).add(Sample.tap(port));
        }
        for (int host = 0; host < hosts; host++) {
            sample.host(host, interfaces.get(host).toArray(HostInterface[]::new));
        }
        return sample.build();
    }
}
