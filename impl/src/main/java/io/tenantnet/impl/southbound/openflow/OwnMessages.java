/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.SwitchChannel;
import io.tenantnet.impl.engine.SwitchListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.openflowjava.protocol.spi.connection.SwitchConnectionProvider;

/**
 * Teaches OpenFlowPlugin to send messages for which it has no service, see {@link MultipartCodec}, before a listener hears of a
 * connection that may want to send them. Not earlier: OpenFlowPlugin registers its codecs when the whole system has booted,
 * in place of any that are there, and then lets switches connect.
 */
public final class OwnMessages implements SwitchListener, AutoCloseable {
    private final Map<SwitchConnectionProvider, List<MultipartCodec<?>>> codecs = new HashMap<>();
    private final List<SwitchConnectionProvider> providers;
    private final SwitchListener next;

    /**
     * Does nothing before a switch connects.
     *
     * @param providers where switches may connect, one for each port
     * @param next      hears of connections
     */
    public OwnMessages(final List<SwitchConnectionProvider> providers, final SwitchListener next) {
        this.providers = requireNonNull(providers);
        this.next = requireNonNull(next);
    }

    @Override
    public void connected(final long datapathId, final SwitchChannel channel) {
        teach();
        next.connected(datapathId, channel);
    }

    private synchronized void teach() {
        providers.forEach(provider -> codecs.computeIfAbsent(provider, key ->
            List.of(new MultipartCodec<>(new FlowKind()), new MultipartCodec<>(new MeterKind())))
            .forEach(codec -> codec.serve(provider)));
    }

    @Override
    public void disconnected(final long datapathId, final SwitchChannel channel) {
        next.disconnected(datapathId, channel);
    }

    /** From now on these messages cannot be sent. */
    @Override
    public synchronized void close() {
        codecs.values().forEach(its -> its.forEach(MultipartCodec::close));
        codecs.clear();
    }
}
