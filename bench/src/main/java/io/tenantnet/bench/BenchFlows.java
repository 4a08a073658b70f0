/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import io.tenantnet.impl.engine.SwitchChannel;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeServiceManager;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flat.batch.service.rev160321.SalFlatBatchService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.FlowCapableTransactionService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.transaction.rev150304.SendBarrierInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.Nodes;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.Node;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.nodes.NodeKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.SalBundleService;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Measures how fast flows get into a switch, and out of it, on one of the ways that there are. */
@Service
@Command(scope = "tenantnet", name = "bench-flows", description = "Measures flows per second into one switch")
public final class BenchFlows implements Action {
    private static final long PATIENCE_SECONDS = 120;

    @Reference
    private MastershipChangeServiceManager mastership;
    @Reference
    private RpcConsumerRegistry rpcs;
    @Reference
    private DataBroker broker;

    @Argument(index = 0, name = "datapath-id", description = "The switch's datapath id, decimal", required = true)
    private String datapathId;
    @Argument(index = 1, name = "count", description = "How many flows", required = true)
    private int count;
    @Option(name = "--way", description = "rpc (TenantNet's), rpc-extended, flat-batch, config or bundle")
    private String way = "rpc";
    @Option(name = "--barrier", description = "With flat-batch and bundle: send a barrier at once after each")
    private boolean barrier;
    @Option(name = "--rounds", description = "How often")
    private int rounds = 3;

    @Override
    public Object execute() throws Exception {
        final long dpid = Long.parseUnsignedLong(datapathId);
        try (var connection = new Connection(dpid, mastership, rpcs)) {
            final var channel = connection.open();
            final long start = System.nanoTime();
            final int others = installed(channel);
            System.out.printf("read %d flows in %d ms%n", others, millis(System.nanoTime() - start));
            final var path = path(channel, "openflow:" + datapathId);
            for (int round = 0; round < rounds; round++) {
                report("add", () -> path.add(count).get(), channel, others + count);
                report("remove", () -> path.remove(count).get(), channel, others);
            }
        }
        return null;
    }

    private WritePath path(final SwitchChannel channel, final String nodeId) {
        final InstanceIdentifier<Node> node = InstanceIdentifier.builder(Nodes.class)
            .child(Node.class, new NodeKey(new NodeId(nodeId))).build();
        final var ref = new NodeRef(node);
        return switch (way) {
            case "rpc" -> new ChannelPath(channel, SampleFlows::flow);
            case "rpc-extended" -> new ChannelPath(channel, SampleFlows::extended);
            case "flat-batch" -> new FlatBatchPath(rpcs.getRpcService(SalFlatBatchService.class), ref, flush(ref));
            case "config" -> new ConfigPath(broker, node);
            case "bundle" -> new BundlePath(rpcs.getRpcService(SalBundleService.class), ref, flush(ref));
            default -> throw new IllegalArgumentException("No such way: " + way);
        };
    }

    /** With its answer OpenFlowPlugin answers all that was sent before; by itself it sends one every half second. */
    private Runnable flush(final NodeRef node) {
        final var service = rpcs.getRpcService(FlowCapableTransactionService.class);
        final var input = new SendBarrierInputBuilder().setNode(node).build();
        return barrier ? () -> service.sendBarrier(input).isDone() : () -> { };
    }

    private void report(final String what, final Step step, final SwitchChannel channel, final int expected)
            throws Exception {
        final long start = System.nanoTime();
        step.run();
        final long told = System.nanoTime();
        while (installed(channel) != expected) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException(installed(channel) + " flows instead of " + expected);
            }
            Thread.sleep(20);
        }
        final long seen = System.nanoTime();
        System.out.printf("%s %s %d: told done after %d ms (%d/s), seen in the switch after %d ms (%d/s)%n", way, what,
            count, millis(told - start), perSecond(told - start), millis(seen - start), perSecond(seen - start));
    }

    private static int installed(final SwitchChannel channel) throws Exception {
        return channel.read().get().flows().size();
    }

    private long perSecond(final long nanos) {
        return count * 1_000_000_000L / nanos;
    }

    private static long millis(final long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private interface Step {
        void run() throws Exception;
    }
}
