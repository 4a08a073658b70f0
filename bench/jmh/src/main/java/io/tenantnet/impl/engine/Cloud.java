/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.HostInterface;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.SecurityGroup;
import java.util.ArrayList;
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

    Model model;
    Model withOneMore;

    @Setup
    public void prepare() {
        model = cloud(ports);
        withOneMore = cloud(ports + 1);
    }

    private Model cloud(final int count) {
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
            if (port < count) {
                sample.guardedPort(port, network, Sample.groupId(1));
            }
            interfaces.get((network * 7 + port % HOSTS_OF_A_NETWORK) % hosts).add(Sample.tap(port));
        }
        for (int host = 0; host < hosts; host++) {
            sample.host(host, interfaces.get(host).toArray(HostInterface[]::new));
        }
        return sample.build();
    }
}
