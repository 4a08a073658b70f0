/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A host with an Open vSwitch, as last seen over OVSDB.
 *
 * @param id            external_ids:system-id, or the UUID of its database where that is unset
 * @param hostname      external_ids:hostname
 * @param datapathId    the datapath id of its br-int; empty while there is none
 * @param datapathType  the datapath type of its br-int
 * @param tunnelAddress other_config:local_ip
 * @param management    the address its OVSDB connection came from
 * @param interfaces    the interfaces of its br-int by name, without those that lead to physical networks
 * @param providers     by the name of a physical network, where br-int is joined to it
 * @param unjoined      by the name of a physical network, why br-int is not joined to it as the host's mappings say, in words;
 *                      under an empty name what is wrong with mappings that name none
 * @param openStack     those of its external_ids by which OpenStack's operator describes it: odl_os_hostconfig_...
 * @param connected     whether its OVSDB connection is up; what is known stays for a while when it is not
 * @param openFlow      the target of the controller that TenantNet gave its br-int, for this controller, while its switch says
 *                      that it is connected to it over OpenFlow and not as a slave
 * @param problem       what keeps the host from being set up as wanted, in words; empty while nothing does
 */
public record Host(String id, Optional<String> hostname, OptionalLong datapathId, Optional<String> datapathType,
        Optional<IpAddress> tunnelAddress, Optional<String> management, Map<String, HostInterface> interfaces,
        Map<String, ProviderPort> providers, Map<String, String> unjoined, Map<String, String> openStack, boolean connected,
        Optional<String> openFlow, Optional<String> problem) {
    public Host {
        interfaces = Map.copyOf(interfaces);
        providers = Map.copyOf(providers);
        unjoined = Map.copyOf(unjoined);
        openStack = Map.copyOf(openStack);
    }

    /** A host whose mappings, if it has any, are all followed, and whose switch says nothing of OpenFlow. */
    public Host(final String id, final Optional<String> hostname, final OptionalLong datapathId,
            final Optional<String> datapathType, final Optional<IpAddress> tunnelAddress,
            final Optional<String> management, final Map<String, HostInterface> interfaces,
            final Map<String, ProviderPort> providers, final Map<String, String> openStack, final boolean connected,
            final Optional<String> problem) {
        this(id, hostname, datapathId, datapathType, tunnelAddress, management, interfaces, providers, Map.of(), openStack,
            connected, Optional.empty(), problem);
    }

    /** Whether a port that names this host by the given text means this one: its id or its host name. */
    public boolean isCalled(final String name) {
        return id.equals(name) || hostname.filter(name::equals).isPresent();
    }

    /** The same host with other interfaces. */
    public Host with(final Map<String, HostInterface> others) {
        return new Host(id, hostname, datapathId, datapathType, tunnelAddress, management, others, providers, unjoined,
            openStack, connected, openFlow, problem);
    }

    /** The same host whose switch says something else of its OpenFlow connection. */
    public Host withOpenFlow(final Optional<String> target) {
        return new Host(id, hostname, datapathId, datapathType, tunnelAddress, management, interfaces, providers, unjoined,
            openStack, connected, target, problem);
    }

    /** The same host with its OVSDB connection gone. */
    public Host disconnected() {
        return new Host(id, hostname, datapathId, datapathType, tunnelAddress, management, interfaces, providers,
            unjoined, openStack, false, Optional.empty(), problem);
    }
}
