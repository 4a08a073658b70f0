/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.Routers;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.Router;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.RouterBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.RouterKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.router.ExternalGateway;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.router.ExternalGatewayBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.router.Routes;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.router.RoutesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.router.external.gateway.FixedIps;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.routers.router.external.gateway.FixedIpsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

/** Neutron's router. Its interfaces are ports, in Neutron as in the tenant model. */
final class RouterMapping implements Mapping<Router> {
    @Override
    public InstanceIdentifier<Router> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(Routers.class)
            .child(Router.class, new RouterKey(new Uuid(id))).build();
    }

    @Override
    public Router data(final String id, final Fields fields) {
        return new RouterBuilder(new Identity(id, fields))
            .setAdminStateUp(Values.flag(fields, "admin_state_up"))
            .setDistributed(Values.flag(fields, "distributed"))
            // Neutron says {} as well as null for no gateway.
            .setExternalGateway(fields.object("external_gateway_info")
                .filter(gateway -> gateway.id("network_id").isPresent()).map(RouterMapping::gateway).orElse(null))
            .setGatewayPortId(Values.id(fields, "gw_port_id"))
            .setRoutes(Lists.keyed(fields, "routes", RouterMapping::route, Routes::key))
            .build();
    }

    private static ExternalGateway gateway(final Fields fields) {
        return new ExternalGatewayBuilder().setNetworkId(Values.id(fields, "network_id"))
            .setEnableSnat(Values.flag(fields, "enable_snat"))
            .setFixedIps(Lists.keyed(fields, "external_fixed_ips", RouterMapping::fixedIp, FixedIps::key)).build();
    }

    private static FixedIps fixedIp(final Fields fields) {
        return new FixedIpsBuilder().setIpAddress(new IpAddress(Lists.needed(fields, "ip_address")))
            .setSubnetId(Values.id(fields, "subnet_id")).build();
    }

    private static Routes route(final Fields fields) {
        return new RoutesBuilder().setDestination(new IpPrefix(Lists.needed(fields, "destination")))
            .setNexthop(new IpAddress(Lists.needed(fields, "nexthop"))).build();
    }
}
