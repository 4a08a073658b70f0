/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import io.tenantnet.impl.engine.SwitchChannel;
import io.tenantnet.impl.engine.SwitchListener;
import io.tenantnet.impl.southbound.openflow.SwitchWatcher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeServiceManager;

/** TenantNet's channel to one switch, made as the application itself makes it but beside the application. */
final class Connection implements AutoCloseable, SwitchListener {
    private final CompletableFuture<SwitchChannel> channel = new CompletableFuture<>();
    private final long wanted;
    private final SwitchWatcher watcher;

    Connection(final long datapathId, final MastershipChangeServiceManager manager, final RpcConsumerRegistry rpcs) {
        wanted = datapathId;
        watcher = new SwitchWatcher(manager, rpcs, this);
    }

    /** Waits for the switch. */
    SwitchChannel open() throws Exception {
        watcher.start();
        return channel.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void connected(final long datapathId, final SwitchChannel found) {
        if (datapathId == wanted) {
            channel.complete(found);
        }
    }

    @Override
    public void disconnected(final long datapathId, final SwitchChannel found) {
        // What is under way fails by itself.
    }

    @Override
    public void close() throws Exception {
        watcher.close();
    }
}
