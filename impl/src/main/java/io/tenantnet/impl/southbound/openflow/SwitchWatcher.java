/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.tenantnet.impl.engine.SwitchListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.openflowplugin.api.OFConstants;
import org.opendaylight.openflowplugin.api.openflow.device.DeviceInfo;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeRegistration;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeService;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeServiceManager;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from OpenFlowPlugin which switches are connected and mastered by this controller, and gives each connection to a
 * listener as a channel. The listener is called on threads of the watcher's own, by one at a time.
 */
public final class SwitchWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchWatcher.class);
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Map<Long, OpenFlowChannel> channels = new HashMap<>();
    private final ScheduledExecutorService threads;
    private final Executor serial;
    private final MastershipChangeServiceManager manager;
    private final OpenFlowRpcs rpcs;
    private final SwitchListener listener;
    private final Duration sweep;
    private MastershipChangeRegistration registration;

    /**
     * A watcher that does not watch yet.
     *
     * @param manager  OpenFlowPlugin's teller of mastership
     * @param registry where OpenFlowPlugin's services are found
     * @param listener hears of connections
     */
    public SwitchWatcher(final MastershipChangeServiceManager manager, final RpcConsumerRegistry registry,
            final SwitchListener listener) {
        this(manager, registry, listener, SWEEP);
    }

    SwitchWatcher(final MastershipChangeServiceManager manager, final RpcConsumerRegistry registry,
            final SwitchListener listener, final Duration sweep) {
        this.manager = requireNonNull(manager);
        this.listener = requireNonNull(listener);
        this.sweep = requireNonNull(sweep);
        rpcs = OpenFlowRpcs.of(registry);
        // What OpenFlowPlugin still answers after the end is of no interest.
        threads = new ScheduledThreadPoolExecutor(THREADS, new ThreadFactoryBuilder()
            .setNameFormat("tenantnet-openflow-%d").setDaemon(true).build(), new ThreadPoolExecutor.DiscardPolicy());
        serial = MoreExecutors.newSequentialExecutor(threads);
    }

    /** Starts to watch; switches that are connected already are told of, too. */
    public void start() {
        registration = manager.register(new Mastership(
            device -> serial.execute(() -> connect(device)),
            device -> serial.execute(() -> disconnect(device.getDatapathId().longValue()))));
        threads.scheduleWithFixedDelay(this::sweep, sweep.toMillis(), sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops watching; the listener hears that all connections are lost. */
    @Override
    public void close() throws Exception {
        if (registration != null) {
            registration.close();
        }
        serial.execute(() -> List.copyOf(channels.keySet()).forEach(this::disconnect));
        threads.shutdown();
    }

    /**
     * A new registration is told of the switches there are, but not of those that are just connecting, which the older
     * one may have missed for the same reason; and of none at all if the first that OpenFlowPlugin looks at is such a one.
     */
    private void sweep() {
        try (var seen = manager.register(new Mastership(
                device -> serial.execute(() -> connectUnlessKnown(device)), device -> { }))) {
            LOG.trace("Swept by {}", seen);
        } catch (Exception e) {
            // Thrown to the scheduler, it would end the sweeps without a word.
            LOG.warn("Could not ask OpenFlowPlugin for the connected switches", e);
        }
    }

    private void connectUnlessKnown(final DeviceInfo device) {
        if (!channels.containsKey(device.getDatapathId().longValue())) {
            connect(device);
        }
    }

    private void connect(final DeviceInfo device) {
        if (device.getVersion() != OFConstants.OFP_VERSION_1_3) {
            LOG.warn("Switch {} speaks OpenFlow version {}; TenantNet needs 1.3 and leaves it alone",
                device.getNodeId().getValue(), device.getVersion());
            return;
        }
        final long datapathId = device.getDatapathId().longValue();
        disconnect(datapathId);
        LOG.info("Switch {} is connected", device.getNodeId().getValue());
        final var channel = new OpenFlowChannel(new NodeRef(device.getNodeInstanceIdentifier()), rpcs, threads);
        channels.put(datapathId, channel);
        listener.connected(datapathId, channel);
    }

    /** OpenFlowPlugin tells of a lost switch as often as three times. */
    private void disconnect(final long datapathId) {
        final var channel = channels.remove(datapathId);
        if (channel != null) {
            LOG.info("Switch openflow:{} is lost", Long.toUnsignedString(datapathId));
            channel.lose();
            listener.disconnected(datapathId, channel);
        }
    }

    private record Mastership(Consumer<DeviceInfo> gained, Consumer<DeviceInfo> lost)
            implements MastershipChangeService {
        @Override
        public void onBecomeOwner(final DeviceInfo device) {
            gained.accept(device);
        }

        @Override
        public void onLoseOwnership(final DeviceInfo device) {
            lost.accept(device);
        }

        @Override
        public void close() {
            // Holds nothing; OpenFlowPlugin does not call it.
        }
    }
}
