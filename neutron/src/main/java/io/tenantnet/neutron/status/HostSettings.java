/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.OpenstackSetting;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.host.PhysicalNetwork;

/**
 * What a host says for Neutron.
 *
 * @param given        external_ids of its Open vSwitch that begin with odl_os_hostconfig_
 * @param physical     by physical network that br-int is joined to, the bridge or interface that leads there
 * @param datapathType of its br-int
 */
record HostSettings(Map<String, String> given, Map<String, String> physical, String datapathType) {
    static HostSettings of(final Host host) {
        return new HostSettings(
            host.nonnullOpenstackSetting().stream().collect(toUnmodifiableMap(
                OpenstackSetting::getName, OpenstackSetting::getValue)),
            host.nonnullPhysicalNetwork().stream().collect(toUnmodifiableMap(
                PhysicalNetwork::getName, PhysicalNetwork::getDevice)),
            requireNonNullElse(host.getDatapathType(), "system"));
    }

    /** The name that the operator gave the host with networking-odl's set_ovs_hostconfigs. */
    Optional<String> id() {
        return Optional.ofNullable(given.get("odl_os_hostconfig_hostid"));
    }

    /** What the host can do: in the operator's words, else what is so. */
    String config() {
        return requireNonNullElse(given.get("odl_os_hostconfig_config_odl_l2"), derivedConfig());
    }

    /**
     * VIFs of Open vSwitch on the types of networks that are programmed. Neutron would bind ports of other networks if they
     * were named here, and the ports would not work.
     */
    private String derivedConfig() {
        final var types = new JsonArray();
        types.add("vxlan");
        types.add("gre");
        types.add("geneve");
        types.add("local");
        if (!physical.isEmpty()) {
            types.add("vlan");
            types.add("flat");
        }
        final var mappings = new JsonObject();
        physical.forEach(mappings::addProperty);
        final var details = new JsonObject();
        details.addProperty("port_filter", true);
        final var vnic = new JsonObject();
        vnic.addProperty("vnic_type", "normal");
        vnic.addProperty("vif_type", "ovs");
        vnic.add("vif_details", details);
        final var vnics = new JsonArray();
        vnics.add(vnic);
        final var config = new JsonObject();
        config.add("allowed_network_types", types);
        config.add("bridge_mappings", mappings);
        config.addProperty("datapath_type", datapathType);
        config.add("supported_vnic_types", vnics);
        return config.toString();
    }
}
