/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.OvsdbNodeAugmentation;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.ovsdb.node.attributes.OpenvswitchExternalIds;
import org.opendaylight.yang.gen.v1.urn.opendaylight.params.xml.ns.yang.ovsdb.rev150105.ovsdb.node.attributes.OpenvswitchOtherConfigs;

/**
 * What the Open vSwitch of a host says for Neutron.
 *
 * @param externalIds external_ids of its Open_vSwitch row
 * @param otherConfig other_config of the same
 */
record HostSettings(Map<String, String> externalIds, Map<String, String> otherConfig) {
    static final HostSettings NONE = new HostSettings(Map.of(), Map.of());

    static HostSettings of(final OvsdbNodeAugmentation node) {
        return new HostSettings(
            node.nonnullOpenvswitchExternalIds().stream().collect(toUnmodifiableMap(
                OpenvswitchExternalIds::getExternalIdKey, OpenvswitchExternalIds::getExternalIdValue)),
            node.nonnullOpenvswitchOtherConfigs().stream().collect(toUnmodifiableMap(
                OpenvswitchOtherConfigs::getOtherConfigKey, OpenvswitchOtherConfigs::getOtherConfigValue)));
    }

    Optional<String> systemId() {
        return Optional.ofNullable(externalIds.get("system-id"));
    }

    /** The name that the operator gave the host with networking-odl's set_ovs_hostconfigs. */
    Optional<String> givenId() {
        return Optional.ofNullable(externalIds.get("odl_os_hostconfig_hostid"));
    }

    /** What the operator says that the host can do. */
    Optional<String> givenConfig() {
        return Optional.ofNullable(externalIds.get("odl_os_hostconfig_config_odl_l2"));
    }

    /**
     * What a host can do of which the operator has not said it: VIFs of Open vSwitch on VXLAN networks, which are those that
     * are programmed. Neutron would bind ports of other networks if they were named here, and the ports would not work.
     */
    String derivedConfig(final String datapathType) {
        final var types = new JsonArray();
        types.add("vxlan");
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
        config.add("bridge_mappings", mappings());
        config.addProperty("datapath_type", datapathType);
        config.add("supported_vnic_types", vnics);
        return config.toString();
    }

    private JsonObject mappings() {
        final var mappings = new JsonObject();
        for (final var mapping : otherConfig.getOrDefault("provider_mappings", "").split(",")) {
            final int colon = mapping.indexOf(':');
            if (colon > 0) {
                mappings.addProperty(mapping.substring(0, colon).strip(), mapping.substring(colon + 1).strip());
            }
        }
        return mappings;
    }
}
