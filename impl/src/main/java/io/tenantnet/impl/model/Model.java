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
 */
public record Model(TenantModel tenant, Map<String, Host> hosts, Presence presence, Neighbours neighbours) {
    /** A model of nothing. */
    public static final Model EMPTY = new Model(TenantModel.EMPTY, Map.of());

    public Model {
        hosts = Map.copyOf(hosts);
    }

    /** A model all of whose hosts are there, without neighbours. */
    public Model(final TenantModel tenant, final Map<String, Host> hosts) {
        this(tenant, hosts, Presence.FULL, Neighbours.NONE);
    }
}
