/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.Ipv6Mode;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Subnets;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.SubnetBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.SubnetKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.subnet.AllocationPools;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.subnet.AllocationPoolsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.subnet.HostRoutes;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.subnet.HostRoutesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Neutron's subnet. */
final class SubnetMapping implements Mapping<Subnet> {
    private static final String VERSION = "ip_version";

    @Override
    public InstanceIdentifier<Subnet> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(Subnets.class)
            .child(Subnet.class, new SubnetKey(new Uuid(id))).build();
    }

    @Override
    public Subnet data(final String id, final Fields fields) {
        return new SubnetBuilder(new Identity(id, fields))
            .setNetworkId(Values.id(fields, "network_id"))
            .setIpVersion(version(fields))
            .setCidr(Values.prefix(fields, "cidr"))
            .setGatewayIp(Values.address(fields, "gateway_ip"))
            .setAllocationPools(Lists.keyed(fields, "allocation_pools", SubnetMapping::pool, AllocationPools::key))
            .setDnsNameservers(fields.texts("dns_nameservers").stream().map(IpAddress::new).toList())
            .setHostRoutes(Lists.keyed(fields, "host_routes", SubnetMapping::route, HostRoutes::key))
            .setEnableDhcp(Values.flag(fields, "enable_dhcp"))
            .setIpv6RaMode(mode(fields, "ipv6_ra_mode"))
            .setIpv6AddressMode(mode(fields, "ipv6_address_mode"))
            .build();
    }

    private static Subnet.@Nullable IpVersion version(final Fields fields) {
        return fields.number(VERSION, 255).map(version -> switch (version.intValue()) {
            case 4 -> Subnet.IpVersion.V4;
            case 6 -> Subnet.IpVersion.V6;
            default -> throw fields.wrong(VERSION, "is neither 4 nor 6: " + version);
        }).orElse(null);
    }

    private static AllocationPools pool(final Fields fields) {
        return new AllocationPoolsBuilder().setStart(new IpAddress(Lists.needed(fields, "start")))
            .setEnd(new IpAddress(Lists.needed(fields, "end"))).build();
    }

    private static HostRoutes route(final Fields fields) {
        return new HostRoutesBuilder().setDestination(new IpPrefix(Lists.needed(fields, "destination")))
            .setNexthop(new IpAddress(Lists.needed(fields, "nexthop"))).build();
    }

    private static @Nullable Ipv6Mode mode(final Fields fields, final String key) {
        return fields.word(key).map(name -> Ipv6Mode.forName(name).orElseThrow(() ->
            fields.wrong(key, "is none of slaac, dhcpv6-stateful and dhcpv6-stateless"))).orElse(null);
    }
}
