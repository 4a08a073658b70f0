/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.Map;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.binding.api.DataTreeIdentifier;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.extensions.rev261121.OperationalPortStatus;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.Neutron;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.NeutronBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.Features;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.Hostconfigs;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.Ports;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.features.Feature;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.features.FeatureBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.features.FeatureKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.hostconfigs.Hostconfig;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.NeutronObjects;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.Collection;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.CollectionKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.objects.collection.StoredObject;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/**
 * What networking-odl reads over RESTCONF and hears of over its websocket: hosts, features, and the status of Neutron's
 * ports. All of it is derived from the tenant model's state and from what Neutron has stored.
 */
public final class NeutronState implements AutoCloseable {
    private static final InstanceIdentifier<Neutron> ROOT = InstanceIdentifier.create(Neutron.class);

    private final PortStatuses statuses = new PortStatuses();
    private final Publisher publisher;
    private final Followed<StoredObject, Boolean> known;
    private final Followed<Port, PortPlace> ports;
    private final Followed<Host, Host> hosts;

    /**
     * Publishes from now on.
     *
     * @param broker the datastore
     */
    public NeutronState(final DataBroker broker) {
        publisher = new Publisher(requireNonNull(broker), ROOT, new NeutronBuilder().build(), this::wanted);
        known = new Followed<>(broker, DataTreeIdentifier.create(LogicalDatastoreType.CONFIGURATION,
            InstanceIdentifier.builder(NeutronObjects.class).child(Collection.class, new CollectionKey("ports"))
                .child(StoredObject.class).build()), object -> Boolean.TRUE, publisher::changed);
        ports = new Followed<>(broker, operational(InstanceIdentifier.create(TenantNetworksState.class)
            .child(Port.class)),
            PortPlace::of, publisher::changed);
        hosts = new Followed<>(broker, operational(InstanceIdentifier.create(TenantNetworksState.class)
            .child(Host.class)), host -> host, publisher::changed);
        publisher.start();
    }

    private static <T extends DataObject> DataTreeIdentifier<T> operational(final InstanceIdentifier<T> path) {
        return DataTreeIdentifier.create(LogicalDatastoreType.OPERATIONAL, path);
    }

    private Map<InstanceIdentifier<?>, DataObject> wanted() {
        final var entries = new HashMap<InstanceIdentifier<?>, DataObject>();
        entries.put(ROOT.child(Features.class).child(Feature.class, new FeatureKey(OperationalPortStatus.class)),
            new FeatureBuilder().setServiceProviderFeature(OperationalPortStatus.class).build());
        HostConfigs.of(hosts.values().values()).forEach(config ->
            entries.put(ROOT.child(Hostconfigs.class).child(Hostconfig.class, config.key()), config));
        final var ofNeutron = known.values().keySet().stream()
            .map(path -> path.firstKeyOf(StoredObject.class).getUuid()).collect(toSet());
        final var places = new HashMap<String, PortPlace>();
        ports.values().forEach((path, place) -> {
            final var id = path.firstKeyOf(Port.class).getUuid().getValue();
            if (ofNeutron.contains(id)) {
                places.put(id, place);
            }
        });
        statuses.of(places).forEach(port -> entries.put(ROOT.child(Ports.class).child(
            org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.ports.Port.class, port.key()), port));
        return entries;
    }

    @Override
    public void close() {
        hosts.close();
        ports.close();
        known.close();
        publisher.close();
    }
}
