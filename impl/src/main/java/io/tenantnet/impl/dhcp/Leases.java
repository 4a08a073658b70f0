/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.dhcp;

import io.tenantnet.impl.model.DhcpOption;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.model.TenantModel;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Subnets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Derives from the model what a port's machine is given. */
public final class Leases {
    private Leases() {
    }

    /**
     * What the machine may be given, in the order of its fixed IPs.
     *
     * @param tenant the model
     * @param port   the port
     * @param server the address of the DHCP server
     */
    public static List<Lease> of(final TenantModel tenant, final BoundPort port, final IpAddress server) {
        final var extra = extra(port.port());
        final var subnets = new Subnets(tenant);
        final var leases = new ArrayList<Lease>();
        for (final var ip : port.port().fixedIps()) {
            subnets.withDhcp(port.port().networkId(), ip).filter(subnet -> subnet.cidr().address().version() == 4)
                .ifPresent(subnet -> leases.add(new Lease(ip.address(), subnet.cidr(), server, subnet.gateway(),
                    subnet.options().nameServers(), subnet.options().routes(), port.segment().network().mtu(),
                    tenant.settings().dhcp().domain(), tenant.settings().dhcp().leaseSeconds(), extra)));
        }
        return leases;
    }

    private static List<ExtraOption> extra(final Port port) {
        final var extra = new ArrayList<ExtraOption>();
        for (final var option : port.dhcpOptions()) {
            if (option.ipVersion() == 4 && problem(option).isEmpty()) {
                extra.add(ExtraOption.of(option));
            }
        }
        return extra;
    }

    /** Why an option cannot be given. */
    public static Optional<String> problem(final DhcpOption option) {
        try {
            ExtraOption.of(option);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("extra-dhcp-opts " + option.name() + " '" + option.value() + "': " + e.getMessage());
        }
    }
}
