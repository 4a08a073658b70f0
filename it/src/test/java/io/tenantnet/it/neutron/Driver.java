/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import io.tenantnet.it.lab.Host;
import io.tenantnet.it.model.Machine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes objects with the requests that networking-odl's v2 driver was recorded to send, key by key and in its order. */
final class Driver {
    static final String PROJECT = "1".repeat(32);

    private final Neutron neutron;

    Driver(final Neutron neutron) {
        this.neutron = neutron;
    }

    void vxlanNetwork(final String id, final int segmentationId) {
        network(id, Map.of("provider:network_type", "vxlan", "provider:segmentation_id", segmentationId,
            "router:external", false, "mtu", 1450));
    }

    void externalNetwork(final String id, final String physicalNetwork, final int vlan) {
        network(id, Map.of("provider:network_type", "vlan", "provider:segmentation_id", vlan,
            "provider:physical_network", physicalNetwork, "router:external", true, "mtu", 1500));
    }

    private void network(final String id, final Map<String, Object> own) {
        final var network = new TreeMap<String, Object>(Map.of("id", id, "name", "", "tenant_id", PROJECT,
            "admin_state_up", true, "shared", false, "port_security_enabled", true, "tags", List.of(),
            "revision_number", 1));
        network.putAll(own);
        neutron.post("networks", "network", network).expectSuccess();
    }

    void subnet(final String id, final String network, final String cidr, final String gateway) {
        neutron.post("subnets", "subnet", Map.of("id", id, "network_id", network, "tenant_id", PROJECT, "ip_version", 4,
            "cidr", cidr, "gateway_ip", gateway, "enable_dhcp", false, "dns_nameservers", List.of(), "host_routes",
            List.of(), "revision_number", 0)).expectSuccess();
    }

    /** A port of Neutron's own: of a router or of a floating IP. */
    void serverPort(final String id, final String network, final String mac, final String owner, final String device,
            final Map<String, String> fixedIp) {
        neutron.post("ports", "port", port(id, network, mac, owner, device, fixedIp, "", List.of()))
            .expectSuccess();
    }

    /** A machine's port: first one that is bound nowhere, then the same with its binding. */
    void machinePort(final Machine machine, final Host host, final String... groups) {
        final var port = port(machine.portUuid(), machine.network().uuid(), machine.mac(), "compute:nova",
            "vm-" + machine.name(), fixedIp(machine.ip(), machine.network().subnetUuid()), host.name(),
            Arrays.stream(groups).map(group -> Map.of("id", group)).toList());
        neutron.post("ports", "port", port).expectSuccess();
        port.keySet().removeAll(List.of("id", "network_id", "tenant_id"));
        port.putAll(Map.of("binding:vif_type", "ovs", "binding:vif_details", Map.of("port_filter", true),
            "extra_dhcp_opts", List.of(), "revision_number", 1));
        neutron.put("ports/" + machine.portUuid(), "port", port).expectSuccess();
    }

    static Map<String, String> fixedIp(final String address, final String subnet) {
        return Map.of("ip_address", address, "subnet_id", subnet);
    }

    private static TreeMap<String, Object> port(final String id, final String network, final String mac,
            final String owner, final String device, final Map<String, String> fixedIp, final String host,
            final List<?> groups) {
        final var port = new TreeMap<String, Object>(Map.of("id", id, "name", "", "network_id", network,
            "tenant_id", PROJECT, "mac_address", mac, "admin_state_up", true, "device_id", device, "device_owner", owner,
            "fixed_ips", List.of(fixedIp)));
        port.putAll(Map.of("port_security_enabled", !owner.startsWith("network:"), "security_groups", groups,
            "binding:vnic_type", "normal", "binding:profile", "{}", "binding:host_id", host,
            "binding:vif_type", "unbound", "binding:vif_details", Map.of(), "allowed_address_pairs", List.of()));
        return port;
    }

    void router(final String id, final String gatewayPort, final String network, final Map<String, String> fixedIp) {
        neutron.post("routers", "router", Map.of("id", id, "name", "rtr", "tenant_id", PROJECT, "admin_state_up", true,
            "status", "ACTIVE", "external_gateway_info", Map.of("network_id", network, "enable_snat", true,
            "external_fixed_ips", List.of(fixedIp)), "gw_port_id", gatewayPort, "routes", List.of(),
            "distributed", false, "revision_number", 3)).expectSuccess();
    }

    /** A group, with its rules inside and then each by itself. */
    @SafeVarargs
    final void group(final String id, final Map<String, Object>... rules) {
        final var whole = Arrays.stream(rules).map(own -> rule(id, own)).toList();
        neutron.post("security-groups", "security_group", Map.of("id", id, "name", "", "tenant_id", PROJECT,
            "stateful", true, "security_group_rules", whole, "revision_number", 1)).expectSuccess();
        whole.forEach(rule -> neutron.post("security-group-rules", "security_group_rule", rule).expectSuccess());
    }

    /** A rule with nulls where nothing is said. */
    static Map<String, Object> rule(final String group, final Map<String, Object> own) {
        final var rule = new HashMap<String, Object>();
        List.of("protocol", "port_range_min", "port_range_max", "remote_ip_prefix", "remote_group_id",
            "remote_address_group_id", "normalized_cidr", "description").forEach(key -> rule.put(key, null));
        rule.putAll(Map.of("security_group_id", group, "tenant_id", PROJECT, "ethertype", "IPv4", "revision_number", 0));
        rule.putAll(own);
        return rule;
    }

    /** A floating IP's update, which tells of its port or, without one, of none. */
    void floatingIp(final String id, final String network, final String address, final Map<String, String> port) {
        final var json = new TreeMap<String, Object>(Map.of("id", id, "tenant_id", PROJECT, "floating_ip_address", address,
            "floating_network_id", network, "status", port.isEmpty() ? "DOWN" : "ACTIVE"));
        json.putAll(port);
        neutron.put("floatingips/" + id, "floatingip", json).expectSuccess();
    }

    /** A floating IP that no port has. */
    void newFloatingIp(final String id, final String network, final String address) {
        final var json = new HashMap<String, Object>(Map.of("id", id, "tenant_id", PROJECT, "floating_ip_address", address,
            "floating_network_id", network, "status", "DOWN", "revision_number", 0));
        List.of("router_id", "port_id", "fixed_ip_address").forEach(key -> json.put(key, null));
        neutron.post("floatingips", "floatingip", json).expectSuccess();
    }
}
