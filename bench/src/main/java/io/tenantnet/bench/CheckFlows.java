/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import io.tenantnet.impl.engine.FoundFlow;
import io.tenantnet.impl.engine.SwitchChange;
import io.tenantnet.impl.engine.SwitchChannel;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Stamp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeServiceManager;

/** Writes a flow of every kind, and one that the switch has to refuse, reads them back and removes them. */
@Service
@Command(scope = "tenantnet", name = "check-flows", description = "Writes, reads and removes every kind of flow")
public final class CheckFlows implements Action {
    @Reference
    private MastershipChangeServiceManager mastership;
    @Reference
    private RpcConsumerRegistry rpcs;

    @Argument(index = 0, name = "datapath-id", description = "The switch's datapath id, decimal", required = true)
    private String datapathId;
    @Option(name = "--leave", description = "Leave them there, to be looked at")
    private boolean leave;

    @Override
    public Object execute() throws Exception {
        try (var connection = new Connection(Long.parseUnsignedLong(datapathId), mastership, rpcs)) {
            final var channel = connection.open();
            final var kinds = KindsOfFlows.all();
            kinds.forEach(flow -> System.out.printf("cookie=0x%x,%s%n", flow.cookie(), flow));
            apply(channel, kinds, SwitchChange.Remove::new);
            final var before = installed(channel);
            apply(channel, kinds, SwitchChange.Put::new);
            apply(channel, List.of(KindsOfFlows.wrong()), SwitchChange.Put::new);
            final var added = installed(channel);
            final var expected = new HashSet<>(before);
            kinds.forEach(flow -> expected.add(new Stamp(flow.key().table(), flow.cookie())));
            expect("after adding", added, expected);
            if (!leave) {
                apply(channel, kinds, SwitchChange.Remove::new);
                expect("after removing", installed(channel), before);
                apply(channel, kinds, SwitchChange.Put::new);
                apply(channel, kinds, flow -> new SwitchChange.RemoveStray(
                    new Stamp(flow.key().table(), flow.cookie())));
                expect("after removing by cookie", installed(channel), before);
            }
        }
        return null;
    }

    private static void apply(final SwitchChannel channel, final List<Flow> flows,
            final Function<Flow, SwitchChange> change) throws Exception {
        channel.apply(flows.stream().map(change).toList()).get().forEach(refusal ->
            System.out.println("REFUSED " + refusal.change() + ": " + refusal.reason()));
    }

    private static Set<Stamp> installed(final SwitchChannel channel) throws Exception {
        return channel.read().get().flows().stream().map(FoundFlow::stamp).collect(Collectors.toSet());
    }

    private static void expect(final String when, final Set<Stamp> found, final Set<Stamp> expected) {
        System.out.println(when + ": " + found.size() + " flows, "
            + (found.equals(expected) ? "as expected" : "NOT AS EXPECTED: " + expected));
    }
}
