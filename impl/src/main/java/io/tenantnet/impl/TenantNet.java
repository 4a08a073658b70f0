/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.datastore.NumberAllocator;
import io.tenantnet.impl.datastore.RouterNumberKind;
import io.tenantnet.impl.datastore.SegmentationIds;
import io.tenantnet.impl.datastore.StatePublisher;
import io.tenantnet.impl.datastore.StoredHosts;
import io.tenantnet.impl.datastore.StoredNeighbours;
import io.tenantnet.impl.datastore.TenantModelSource;
import io.tenantnet.impl.dhcp.DhcpHandler;
import io.tenantnet.impl.dhcpv6.Dhcpv6Handler;
import io.tenantnet.impl.engine.Engine;
import io.tenantnet.impl.engine.HostRoster;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Threads;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Settings;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.outside.Announcer;
import io.tenantnet.impl.outside.NeighbourKeeper;
import io.tenantnet.impl.packet.ConfigurationDesk;
import io.tenantnet.impl.packet.PacketDesk;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.ra.Advertiser;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.southbound.itm.ItmMesh;
import io.tenantnet.impl.southbound.openflow.OwnActions;
import io.tenantnet.impl.southbound.openflow.OwnMessages;
import io.tenantnet.impl.southbound.openflow.PacketPort;
import io.tenantnet.impl.southbound.openflow.SwitchWatcher;
import io.tenantnet.impl.southbound.ovsdb.OvsdbSouthbound;
import io.tenantnet.impl.validate.ValidationService;
import io.tenantnet.impl.vtep.VtepRoster;
import io.tenantnet.impl.vtep.VtepWish;
import io.tenantnet.impl.vtep.VtepWisher;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.NotificationService;
import org.opendaylight.mdsal.binding.api.RpcConsumerRegistry;
import org.opendaylight.mdsal.binding.dom.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.openflowplugin.api.openflow.mastership.MastershipChangeServiceManager;
import org.opendaylight.openflowjava.protocol.spi.connection.SwitchConnectionProviderList;
import org.opendaylight.openflowplugin.extension.api.OpenFlowPluginExtensionRegistratorProvider;
import org.opendaylight.ovsdb.lib.OvsdbConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TenantNet as a whole: makes its parts, joins them and ends them in the reverse order. Ending it leaves the switches
 * forwarding as they are.
 */
public final class TenantNet implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TenantNet.class);

    private final Threads threads = new Threads();
    private final StatePublisher state;
    private final ValidationService validation;
    private final TenantModelSource source;
    private final Engine engine;
    private final HostRoster roster;
    private final VtepWisher wisher;
    private final ItmMesh mesh;
    private final TunnelNeeds tunnels;
    private final ItmGaps gaps;
    private final StuckSwitches stuck;
    private final OvsdbSouthbound ovsdb;
    private final OwnActions ownActions;
    private final OwnMessages ownMessages;
    private final SwitchWatcher switches;
    private final PacketPort packets;
    private final Advertiser advertiser;
    private final PacketDesk desk;
    private final NeighbourKeeper neighbours;
    private final Announcer announcer;

    private volatile Settings settings = Settings.DEFAULT;
    private volatile boolean isTenantKnown;

    /**
     * Makes the parts; nothing happens before {@link #start()}.
     *
     * @param broker     the datastore
     * @param domBroker  the same datastore, as validation needs it
     * @param serializer reads what that datastore keeps
     * @param rpcs       where the services of OpenFlowPlugin are found
     * @param notifications where OpenFlowPlugin tells of packets
     * @param mastership tells of OpenFlow connections
     * @param extensions where OpenFlowPlugin learns of actions
     * @param providers  where switches connect over OpenFlow
     * @param ovsdb      tells of OVSDB connections
     */
    public TenantNet(final DataBroker broker, final DOMDataBroker domBroker,
            final BindingNormalizedNodeSerializer serializer, final RpcConsumerRegistry rpcs,
            final NotificationService notifications, final MastershipChangeServiceManager mastership,
            final OpenFlowPluginExtensionRegistratorProvider extensions,
            final SwitchConnectionProviderList providers, final OvsdbConnection ovsdb) {
        requireNonNull(broker);
        state = new StatePublisher(broker, threads);
        mesh = new ItmMesh(broker, threads, this::connectAnew);
        packets = new PacketPort(notifications, rpcs);
        wisher = new VtepWisher(this::want);
        tunnels = new TunnelNeeds(this::lookAtHosts);
        gaps = new ItmGaps(this::lookAtHosts, threads);
        stuck = new StuckSwitches(this::lookAtHosts, threads);
        engine = new Engine(threads, this::publish);
        neighbours = new NeighbourKeeper(this::send, engine::changed, new StoredNeighbours(broker), threads);
        announcer = new Announcer(this::send, threads);
        advertiser = new Advertiser(threads);
        desk = new PacketDesk(packets, threads, Map.of(Table.OUTSIDE, neighbours, Table.NEXT_HOP_OUTSIDE, neighbours,
            Table.DHCP, new ConfigurationDesk(new DhcpHandler(), new Dhcpv6Handler(), advertiser)));
        final var numbers = new NumberAllocator(new RouterNumberKind(), broker, threads, engine);
        final var allocator = new NumberAllocator(new SegmentationIds(), broker, threads, numbers);
        validation = new ValidationService(domBroker, serializer, allocator::allocations);
        source = new TenantModelSource(broker, tenant -> {
            take(tenant);
            allocator.changed(tenant);
        });
        roster = new HostRoster(engine, new StoredHosts(broker), threads, () -> settings.hostHold());
        final var vteps = new VtepRoster(engine, roster, threads, () -> settings.hostHold());
        this.ovsdb = new OvsdbSouthbound(ovsdb, roster, vteps, () -> settings.mode(), tunnels, gaps, stuck);
        ownActions = new OwnActions(extensions);
        ownMessages = new OwnMessages(providers, roster);
        switches = new SwitchWatcher(mastership, rpcs, ownMessages);
    }

    /** Starts: first what is wanted is read, so that no switch is told to forget what will be wanted a moment later. */
    public void start() {
        validation.start();
        neighbours.start();
        source.start();
        roster.start();
        mesh.start();
        ovsdb.start();
        ownActions.start();
        switches.start();
        threads.every(Duration.ofSeconds(1), engine::tick);
        packets.start(desk);
        advertiser.start(desk::send);
        LOG.info("TenantNet has started");
    }

    private void publish(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        wisher.changed(model, resolved, reports);
        state.changed(model, resolved, reports);
        if (isTenantKnown && model.tenant().settings().equals(settings)) {
            // What the engine says of the hosts before the stored model was read would take them out of the mesh.
            mesh.changed(model, resolved, reports);
        }
        tunnels.changed(model, resolved, reports);
        gaps.changed(model, resolved, reports);
        stuck.changed(model, resolved, reports);
        desk.changed(model, resolved, reports);
        neighbours.changed(model, resolved, reports);
        announcer.changed(model, resolved, reports);
        advertiser.changed(model, resolved, reports);
    }

    private void send(final Collection<PacketOut> frames) {
        desk.send(frames);
    }

    private void want(final Map<String, VtepWish> wishes) {
        ovsdb.want(wishes);
    }

    private void connectAnew(final Set<String> hostIds) {
        ovsdb.connectAnew(hostIds);
    }

    private void lookAtHosts() {
        ovsdb.refresh();
    }

    private void take(final TenantModel tenant) {
        final var before = settings;
        settings = tenant.settings();
        isTenantKnown = true;
        if (before.mode() != settings.mode()) {
            lookAtHosts();
        }
    }

    @Override
    public void close() throws Exception {
        packets.close();
        switches.close();
        ownMessages.close();
        ownActions.close();
        ovsdb.close();
        mesh.close();
        source.close();
        validation.close();
        threads.close();
        state.close();
        LOG.info("TenantNet has stopped; the switches go on as they are");
    }
}
