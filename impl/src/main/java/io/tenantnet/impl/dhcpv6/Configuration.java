/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcpv6;

import static io.tenantnet.impl.dhcpv6.Dhcpv6Option.DOMAIN_SEARCH;
import static io.tenantnet.impl.dhcpv6.Dhcpv6Option.NAME_SERVERS;

import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Subnets;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a port's machine may be told by DHCPv6.
 *
 * @param serverId  the server's DUID; not to be changed
 * @param addresses the port's addresses that come by DHCPv6
 * @param lifetime  how long it may use them, in seconds; 4294967295 for ever
 * @param options   what else it is told
 */
record Configuration(byte[] serverId, List<IpAddress> addresses, long lifetime, List<Dhcpv6Option> options) {
    /** RFC 6355. */
    private static final int DUID_UUID = 4;

    Configuration {
        addresses = List.copyOf(addresses);
        options = List.copyOf(options);
    }

    /** Derives from the model what a port's machine is told. */
    static Configuration of(final TenantModel tenant, final BoundPort port) {
        final var subnets = new Subnets(tenant);
        final var networkId = port.port().networkId();
        final var addresses = new ArrayList<IpAddress>();
        final var servers = new LinkedHashSet<IpAddress>();
        port.port().fixedIps().stream().filter(ip -> ip.address().version() == 6).forEach(ip ->
            subnets.withDhcp(networkId, ip).ifPresent(subnet -> subnet.options().addressMode().ifPresent(mode -> {
                servers.addAll(subnet.options().nameServers());
                if (mode.isManaged()) {
                    addresses.add(ip.address());
                }
            })));
        final Map<Integer, Dhcpv6Option> options = new TreeMap<>();
        if (!servers.isEmpty()) {
            options.put(NAME_SERVERS, Dhcpv6Option.ofAddresses(NAME_SERVERS, List.copyOf(servers)));
        }
        tenant.settings().dhcp().domain().ifPresent(name ->
            options.put(DOMAIN_SEARCH, Dhcpv6Option.ofNames(DOMAIN_SEARCH, List.of(name))));
        port.port().dhcpOptions().stream()
            .filter(option -> option.ipVersion() == 6 && ExtraOptions.problem(option).isEmpty())
            .map(ExtraOptions::of).forEach(option -> options.put(option.code(), option));
        options.values().removeIf(option -> option.value().length == 0);
        return new Configuration(duid(networkId), addresses, tenant.settings().dhcp().leaseSeconds(),
            List.copyOf(options.values()));
    }

    /** The DUID of a network's server: the same on all controllers, and for all times. */
    static byte[] duid(final UUID networkId) {
        return ByteBuffer.allocate(18).putShort((short) DUID_UUID).putLong(networkId.getMostSignificantBits())
            .putLong(networkId.getLeastSignificantBits()).array();
    }
}
