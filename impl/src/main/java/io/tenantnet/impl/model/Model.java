/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Map;

/**
 * Everything the desired state of the switches is derived from, at one moment.
 *
 * @param tenant     what the tenants want
 * @param hosts      the hosts there are, by id
 * @param presence   what else is known of hosts
 * @param neighbours machines outside, as they answered
 * @param vteps      the databases of hardware VTEPs there are, by id
 * @param complete   whether all that was known before the start is known again, or given up
 */
public record Model(TenantModel tenant, Map<String, Host> hosts, Presence presence, Neighbours neighbours,
        Map<String, Vtep> vteps, boolean complete) {
    /** A model of nothing. */
    public static final Model EMPTY = new Model(TenantModel.EMPTY, Map.of(), Presence.FULL, Neighbours.NONE, Map.of(),
        false);

    public Model {
        hosts = Map.copyOf(hosts);
        vteps = Map.copyOf(vteps);
    }

    /** A model all of whose hosts are there, without neighbours and hardware VTEPs. */
    public Model(final TenantModel tenant, final Map<String, Host> hosts) {
        this(tenant, hosts, Presence.FULL, Neighbours.NONE);
    }

    /** A model without hardware VTEPs, of which nothing is missing. */
    public Model(final TenantModel tenant, final Map<String, Host> hosts, final Presence presence,
            final Neighbours neighbours) {
        this(tenant, hosts, presence, neighbours, Map.of(), true);
    }
}
