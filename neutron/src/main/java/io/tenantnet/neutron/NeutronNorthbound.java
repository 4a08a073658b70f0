/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static java.util.Objects.requireNonNull;

import io.tenantnet.neutron.json.Limits;
import io.tenantnet.neutron.map.Resources;
import io.tenantnet.neutron.service.NeutronService;
import io.tenantnet.neutron.status.NeutronState;
import io.tenantnet.neutron.store.ObjectStore;
import io.tenantnet.neutron.web.NeutronServlet;
import javax.servlet.ServletException;
import org.opendaylight.aaa.web.ServletDetails;
import org.opendaylight.aaa.web.WebContext;
import org.opendaylight.aaa.web.WebContextRegistration;
import org.opendaylight.aaa.web.WebContextSecurer;
import org.opendaylight.aaa.web.WebServer;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.NeutronCollections;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.NeutronCollectionsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.neutron.rev261121.neutron.collections.CollectionBuilder;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Neutron northbound as a whole: makes its parts, joins them and ends them in the reverse order. */
public final class NeutronNorthbound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NeutronNorthbound.class);
    private static final String PATH = "/controller/nb/v2/neutron";
    private static final InstanceIdentifier<NeutronCollections> COLLECTIONS =
        InstanceIdentifier.create(NeutronCollections.class);

    private final Resources resources = new Resources();
    private final DataBroker broker;
    private final WebServer server;
    private final WebContextSecurer securer;

    private NeutronState state;
    private WebContextRegistration registration;

    /**
     * Makes the parts; nothing happens before {@link #start()}.
     *
     * @param broker  the datastore
     * @param server  serves the API
     * @param securer lets in only who can prove who he is
     */
    public NeutronNorthbound(final DataBroker broker, final WebServer server, final WebContextSecurer securer) {
        this.broker = requireNonNull(broker);
        this.server = requireNonNull(server);
        this.securer = requireNonNull(securer);
    }

    /**
     * Starts.
     *
     * @throws ServletException if the web server does not take the API
     */
    public void start() throws ServletException {
        describe();
        state = new NeutronState(broker);
        final var service = new NeutronService(resources, new ObjectStore(broker), Limits.DEFAULT);
        final var context = WebContext.builder().contextPath(PATH).supportsSessions(false)
            .addServlet(ServletDetails.builder().servlet(new NeutronServlet(resources, service, Limits.DEFAULT))
                .name("tenantnet-neutron").addUrlPattern("/*").build());
        securer.requireAuthentication(context, "/*");
        registration = server.registerWebContext(context.build());
        LOG.info("The Neutron northbound has started at {}", PATH);
    }

    /** Tells, for each collection, what TenantNet does with it. */
    private void describe() {
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.put(LogicalDatastoreType.OPERATIONAL, COLLECTIONS, new NeutronCollectionsBuilder()
            .setCollection(resources.all().stream().map(resource -> new CollectionBuilder().setName(resource.path())
                .setRealised(resource.mapping().isPresent()).setRemark(resource.remark()).build()).toList()).build());
        transaction.commit();
    }

    @Override
    public void close() {
        registration.close();
        state.close();
        final var transaction = broker.newWriteOnlyTransaction();
        transaction.delete(LogicalDatastoreType.OPERATIONAL, COLLECTIONS);
        transaction.commit();
        LOG.info("The Neutron northbound has stopped");
    }
}
