/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static java.util.Objects.requireNonNull;

import com.google.common.util.concurrent.FluentFuture;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.MoreExecutors;
import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.share.SharedMap;
import io.tenantnet.impl.state.Derivation;
import io.tenantnet.impl.state.GatewayStates;
import io.tenantnet.impl.state.State;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.CommitInfo;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksStateBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.FloatingIp;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.FloatingIpKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.HostKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.NetworkKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortForwarding;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortForwardingKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.PortKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Router;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.RouterKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Subnet;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.SubnetKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Trunk;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.TrunkKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the operational datastore up to date: only what changed is written, and not more often than readers can tell. */
public final class StatePublisher implements EngineListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatePublisher.class);
    private static final Duration COALESCE = Duration.ofMillis(50);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final InstanceIdentifier<TenantNetworksState> ROOT =
        InstanceIdentifier.create(TenantNetworksState.class);

    private final DataBroker broker;
    private final Executor serial;
    private final Tasks tasks;

    private Latest latest;
    private Derivation derivation = Derivation.EMPTY;
    private State published;
    private boolean scheduled;
    private boolean stale;
    private FluentFuture<? extends CommitInfo> lastCommit = CommitInfo.emptyFluentFuture();
    private boolean closed;

    /**
     * A publisher that begins with an empty state.
     *
     * @param broker where the state is written
     * @param tasks  where the work is done
     */
    public StatePublisher(final DataBroker broker, final Tasks tasks) {
        this.broker = requireNonNull(broker);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        serial.execute(() -> {
            latest = new Latest(model, resolved, reports);
            stale = true;
            schedule(COALESCE);
        });
    }

    private void schedule(final Duration time) {
        if (!scheduled) {
            scheduled = true;
            tasks.after(time, () -> serial.execute(this::publish));
        }
    }

    private void publish() {
        stale = false;
        final State state;
        final FluentFuture<? extends CommitInfo> commit;
        try {
            derivation = derivation.next(latest.model(), latest.resolved(), latest.reports());
            state = derivation.state();
            commit = commit(state);
        } catch (RuntimeException e) {
            LOG.error("The operational state could not be told, which is tried again", e);
            tryAgain();
            return;
        }
        commit.addCallback(new FutureCallback<CommitInfo>() {
            @Override
            public void onSuccess(final CommitInfo result) {
                published = state;
                scheduled = false;
                if (stale) {
                    schedule(COALESCE);
                }
            }

            @Override
            public void onFailure(final Throwable failure) {
                LOG.error("The operational state could not be written, which is tried again: {}",
                    failure.getMessage());
                tryAgain();
            }
        }, serial);
    }

    private void tryAgain() {
        // What is stored is not known now.
        published = null;
        scheduled = false;
        schedule(RETRY);
    }

    private synchronized FluentFuture<? extends CommitInfo> commit(final State state) {
        if (closed) {
            return CommitInfo.emptyFluentFuture();
        }
        final var transaction = broker.newWriteOnlyTransaction();
        if (published == null) {
            transaction.put(LogicalDatastoreType.OPERATIONAL, ROOT, new TenantNetworksStateBuilder().build());
        }
        final var before = published == null ? State.EMPTY : published;
        write(transaction, before.networks(), state.networks(), StatePublisher::network, StateEntries::network);
        write(transaction, before.subnets(), state.subnets(), StatePublisher::subnet, StateEntries::subnet);
        write(transaction, before.ports(), state.ports(), StatePublisher::port, StateEntries::port);
        write(transaction, before.trunks(), state.trunks(), StatePublisher::trunk, StateEntries::trunk);
        write(transaction, before.routers(), state.routers(), StatePublisher::router, StateEntries::router);
        write(transaction, before.floatingIps(), state.floatingIps(), StatePublisher::floatingIp,
            StateEntries::floatingIp);
        write(transaction, before.portForwardings(), state.portForwardings(), StatePublisher::portForwarding,
            StateEntries::portForwarding);
        write(transaction, before.hosts(), state.hosts(), StatePublisher::host, StateEntries::host);
        writeGateways(transaction, before.gateways(), state.gateways());
        lastCommit = transaction.commit();
        return lastCommit;
    }

    private static void writeGateways(final WriteTransaction transaction, final GatewayStates before,
            final GatewayStates after) {
        write(transaction, before.gateways(), after.gateways(), GatewayPaths::gateway, GatewayEntries::gateway);
        write(transaction, before.connections(), after.connections(), GatewayPaths::connection,
            GatewayEntries::connection);
        write(transaction, before.bindings(), after.bindings(), GatewayPaths::binding, GatewayEntries::binding);
        write(transaction, before.serviceNodes(), after.serviceNodes(), GatewayPaths::serviceNodes,
            GatewayEntries::serviceNodes);
        write(transaction, before.vteps(), after.vteps(), GatewayPaths::vtep, GatewayEntries::vtep);
    }

    private static <K, S, E extends DataObject> void write(final WriteTransaction transaction, final Map<K, S> before,
            final Map<K, S> after, final Function<K, InstanceIdentifier<E>> path, final BiFunction<K, S, E> entry) {
        SharedMap.differences(before, after).forEach(id -> {
            final var state = after.get(id);
            if (state == null) {
                transaction.delete(LogicalDatastoreType.OPERATIONAL, path.apply(id));
            } else if (!state.equals(before.get(id))) {
                transaction.put(LogicalDatastoreType.OPERATIONAL, path.apply(id), entry.apply(id, state));
            }
        });
    }

    private static InstanceIdentifier<Network> network(final UUID id) {
        return ROOT.child(Network.class, new NetworkKey(new Uuid(id.toString())));
    }

    private static InstanceIdentifier<Subnet> subnet(final UUID id) {
        return ROOT.child(Subnet.class, new SubnetKey(new Uuid(id.toString())));
    }

    private static InstanceIdentifier<Port> port(final UUID id) {
        return ROOT.child(Port.class, new PortKey(new Uuid(id.toString())));
    }

    private static InstanceIdentifier<Trunk> trunk(final UUID id) {
        return ROOT.child(Trunk.class, new TrunkKey(new Uuid(id.toString())));
    }

    private static InstanceIdentifier<Router> router(final UUID id) {
        return ROOT.child(Router.class, new RouterKey(new Uuid(id.toString())));
    }

    private static InstanceIdentifier<FloatingIp> floatingIp(final UUID id) {
        return ROOT.child(FloatingIp.class, new FloatingIpKey(new Uuid(id.toString())));
    }

    private static InstanceIdentifier<PortForwarding> portForwarding(final UUID id) {
        return ROOT.child(PortForwarding.class, new PortForwardingKey(new Uuid(id.toString())));
    }

    private static InstanceIdentifier<Host> host(final String id) {
        return ROOT.child(Host.class, new HostKey(id));
    }

    /** Removes the state; nothing is written any more. */
    @Override
    public synchronized void close() {
        closed = true;
        // At the same time as a write that is under way, the removal would collide with it.
        lastCommit.addListener(this::remove, MoreExecutors.directExecutor());
    }

    private void remove() {
        try {
            final var transaction = broker.newWriteOnlyTransaction();
            transaction.delete(LogicalDatastoreType.OPERATIONAL, ROOT);
            Commits.logFailure(transaction.commit(), "The operational state could not be removed");
        } catch (RuntimeException e) {
            // Where all ends, the datastore may have ended before that write.
            LOG.info("The operational state could not be removed: {}", e.getMessage());
        }
    }

    private record Latest(Model model, Resolved resolved, Map<String, SwitchReport> reports) {
    }
}
