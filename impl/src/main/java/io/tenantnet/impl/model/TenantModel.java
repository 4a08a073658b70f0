/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Map;
import java.util.UUID;

/**
 * What the tenants want, at one moment.
 *
 * @param settings    what holds for the whole controller
 * @param networks    all networks
 * @param subnets     all subnets
 * @param ports       all ports
 * @param trunks      all trunks
 * @param l3          routing
 * @param security    security groups
 * @param gateways    what is attached through hardware VTEPs
 * @param qosPolicies all QoS policies
 * @param allocations the segmentation ids that were given to networks which asked for none
 */
public record TenantModel(Settings settings, Map<UUID, Network> networks, Map<UUID, Subnet> subnets,
        Map<UUID, Port> ports, Map<UUID, Trunk> trunks, L3 l3, Security security, L2Gateways gateways,
        Map<UUID, QosPolicy> qosPolicies, Map<UUID, Integer> allocations) {
    /** A model of nothing. */
    public static final TenantModel EMPTY = new TenantModel(Settings.DEFAULT, Map.of(), Map.of(), Map.of(),
        Map.of(), L3.EMPTY, Security.EMPTY, L2Gateways.EMPTY, Map.of(), Map.of());

    /** The same model with other ports. */
    public TenantModel withPorts(final Map<UUID, Port> others) {
        return new TenantModel(settings, networks, subnets, others, trunks, l3, security, gateways, qosPolicies, allocations);
    }

    /** The same model with something else attached through hardware VTEPs. */
    public TenantModel withGateways(final L2Gateways others) {
        return new TenantModel(settings, networks, subnets, ports, trunks, l3, security, others, qosPolicies, allocations);
    }

    /** The same model with other segmentation ids given. */
    public TenantModel withAllocations(final Map<UUID, Integer> given) {
        return new TenantModel(settings, networks, subnets, ports, trunks, l3, security, gateways, qosPolicies, given);
    }

    /** The same model with other numbers of routers given. */
    public TenantModel withRouterNumbers(final Map<UUID, Integer> given) {
        return new TenantModel(settings, networks, subnets, ports, trunks, l3.withNumbers(given), security, gateways,
            qosPolicies, allocations);
    }
}
