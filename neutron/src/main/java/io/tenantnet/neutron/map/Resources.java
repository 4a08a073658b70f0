/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The collections of Neutron's API that OpenStack's networking-odl writes to. Immutable. */
public final class Resources {
    /** Rules come inside their group as well as by themselves. */
    public static final String RULES_OF_GROUP = "security_group_rules";

    private static final String NEVER = "kept and given back; it has no effect in TenantNet";

    private final Resource groups = Resource.mapped("security-groups", "security_group", new SecurityGroupMapping(),
        Set.of("id", "tenant_id", "project_id"), false, "security group of the tenant model");
    private final Resource rules = Resource.mapped("security-group-rules", "security_group_rule",
        new SecurityRuleMapping(), Set.of("id", "tenant_id", "project_id", "security_group_id"), false,
        "security group rule of the tenant model; but one whose other side is an address group allows nothing");
    private final Map<String, Resource> byPath = Stream.of(
        Resource.mapped("networks", "network", new NetworkMapping(), Set.of("id", "tenant_id", "project_id"), true,
            "network of the tenant model"),
        Resource.mapped("subnets", "subnet", new SubnetMapping(),
            Set.of("id", "tenant_id", "project_id", "network_id", "ip_version", "cidr"), true,
            "subnet of the tenant model"),
        Resource.mapped("ports", "port", new PortMapping(),
            Set.of("id", "tenant_id", "project_id", "network_id", "mac_address", "fixed_ips"), true,
            "port of the tenant model; one of a router is an interface of it"),
        Resource.mapped("routers", "router", new RouterMapping(), Set.of("id", "tenant_id", "project_id", "status"),
            false, "router of the tenant model"),
        Resource.mapped("floatingips", "floatingip", new FloatingIpMapping(), Set.of("id", "tenant_id", "project_id"),
            false, "floating IP of the tenant model"),
        groups, rules,
        new Resource("qos/policies", "policy", "policies", Optional.of(new QosPolicyMapping()),
            Set.of("id", "tenant_id", "project_id"), false,
            "QoS policy of the tenant model; of packet rates it has no rules"),
        Resource.mapped("trunks", "trunk", new TrunkMapping(), Set.of("id", "tenant_id", "project_id", "port_id"), false,
            "trunk of the tenant model"),
        Resource.mapped("l2-gateways", "l2_gateway", new L2GatewayMapping(), Set.of("id", "tenant_id", "project_id"),
            false, "layer 2 gateway of the tenant model"),
        Resource.mapped("l2gateway-connections", "l2gateway_connection", new L2GatewayConnectionMapping(),
            Set.of("id", "tenant_id", "project_id"), false, "connection of a layer 2 gateway of the tenant model"),
        Resource.stored("bgpvpns", "bgpvpn", "bgpvpns", NEVER),
        Resource.stored("bgpvpn-network-associations", "bgpvpn_network_association", "bgpvpn_network_associations",
            NEVER),
        Resource.stored("bgpvpn-router-associations", "bgpvpn_router_association", "bgpvpn_router_associations", NEVER),
        Resource.stored("sfc/flowclassifiers", "flowclassifier", "flowclassifiers", NEVER),
        Resource.stored("sfc/portpairs", "portpair", "portpairs", NEVER),
        Resource.stored("sfc/portpairgroups", "portpairgroup", "portpairgroups", NEVER),
        Resource.stored("sfc/portchains", "portchain", "portchains", NEVER)
    ).collect(toUnmodifiableMap(Resource::path, Function.identity()));

    /** The collection at a path below the API's root. */
    public Optional<Resource> at(final String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** All collections. */
    public List<Resource> all() {
        return List.copyOf(byPath.values());
    }

    /** The collection of security groups. */
    public Resource groups() {
        return groups;
    }

    /** The collection of security group rules. */
    public Resource rules() {
        return rules;
    }
}
