/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Networks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Ports;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Subnets;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.subnets.Subnet;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** Where the objects of the tenant model stand in the datastore. */
final class Paths {
    /** The tenant model. */
    static final YangInstanceIdentifier ROOT = YangInstanceIdentifier.of(TenantNetworks.QNAME);
    /** The controller's settings. */
    static final YangInstanceIdentifier SETTINGS = ROOT.node(Settings.QNAME);
    /** The list of networks. */
    static final YangInstanceIdentifier NETWORKS = ROOT.node(Networks.QNAME).node(Network.QNAME);
    /** The list of subnets. */
    static final YangInstanceIdentifier SUBNETS = ROOT.node(Subnets.QNAME).node(Subnet.QNAME);
    /** The list of ports. */
    static final YangInstanceIdentifier PORTS = ROOT.node(Ports.QNAME).node(Port.QNAME);

    /** The list of trunks. */
    static final YangInstanceIdentifier TRUNKS = ROOT.node(inModel("trunks")).node(inModel("trunk"));
    /** The list of routers. */
    static final YangInstanceIdentifier ROUTERS = ROOT.node(inModel("routers")).node(inModel("router"));
    /** The list of floating IPs. */
    static final YangInstanceIdentifier FLOATING_IPS = ROOT.node(inModel("floating-ips")).node(inModel("floating-ip"));
    /** The list of port forwardings. */
    static final YangInstanceIdentifier PORT_FORWARDINGS =
        ROOT.node(inModel("port-forwardings")).node(inModel("port-forwarding"));
    /** The list of security groups. */
    static final YangInstanceIdentifier SECURITY_GROUPS =
        ROOT.node(inModel("security-groups")).node(inModel("security-group"));
    /** The list of rules of security groups. */
    static final YangInstanceIdentifier SECURITY_GROUP_RULES =
        ROOT.node(inModel("security-group-rules")).node(inModel("security-group-rule"));
    /** The list of QoS policies. */
    static final YangInstanceIdentifier QOS_POLICIES =
        ROOT.node(inModel("qos-policies")).node(inModel("qos-policy"));

    /** The list of layer 2 gateways. */
    static final YangInstanceIdentifier L2_GATEWAYS = ROOT.node(inModel("l2-gateways")).node(inModel("l2-gateway"));
    /** The list of their connections. */
    static final YangInstanceIdentifier L2_GATEWAY_CONNECTIONS =
        ROOT.node(inModel("l2-gateway-connections")).node(inModel("l2-gateway-connection"));
    /** The list of bindings of physical ports. */
    static final YangInstanceIdentifier VTEP_BINDINGS =
        ROOT.node(inModel("vtep-bindings")).node(inModel("vtep-binding"));
    /** The list of service nodes. */
    static final YangInstanceIdentifier VTEP_SERVICE_NODES =
        ROOT.node(inModel("vtep-service-nodes")).node(inModel("vtep-service-node"));

    private static final QName UUID = QName.create(TenantNetworks.QNAME, "uuid");

    private Paths() {
    }

    /** What comes from a grouping of another module stands in the namespace of the module that uses it. */
    private static QName inModel(final String name) {
        return QName.create(TenantNetworks.QNAME, name);
    }

    /** The key of an entry of a list. */
    static String key(final YangInstanceIdentifier entry) {
        return (String) ((NodeIdentifierWithPredicates) entry.getLastPathArgument()).getValue(UUID);
    }
}
