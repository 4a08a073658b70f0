/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A virtual machine of a test and its port.
 *
 * @param name of its namespace in the laboratory
 * @param ifaceId what its interface carries in OVSDB, if anything
 * @param interfaceName the interface on the host, where the laboratory is not to choose
 * @param boundTo the host by which, with the interface's name, the port says where it is; empty: by iface-id
 */
public record Machine(Network network, String name, String portUuid, String mac, String ip, Optional<String> ifaceId,
        Optional<String> interfaceName, Optional<String> boundTo) {

    static Machine of(final Network network, final int address) {
        final var uuid = "%08d-0000-4000-8000-00000000000c".formatted(address);
        return new Machine(network, "vm" + address, uuid, "fa:16:3e:00:%02x:%02x".formatted(network.number(), address),
            "10.0.0." + address, Optional.of(uuid), Optional.empty(), Optional.empty());
    }

    /** The same machine behind an interface of this name, which carries its iface-id. */
    public Machine behind(final String port) {
        return new Machine(network, name, portUuid, mac, ip, ifaceId, Optional.of(port), boundTo);
    }

    /** The same machine behind an interface without iface-id; its port names host and interface, as ZStack does. */
    public Machine behind(final String port, final String host) {
        return new Machine(network, name, portUuid, mac, ip, Optional.empty(), Optional.of(port), Optional.of(host));
    }

    public Machine withMac(final String other) {
        return new Machine(network, name, portUuid, other, ip, ifaceId, interfaceName, boundTo);
    }

    public Machine withIp(final String other) {
        return new Machine(network, name, portUuid, mac, other, ifaceId, interfaceName, boundTo);
    }

    public Map<String, Object> toJson() {
        final var json = new TreeMap<String, Object>(Map.of("uuid", portUuid, "name", name,
            "network-id", network.uuid(), "mac-address", mac, "device-owner", "compute:nova",
            "fixed-ips", List.of(Map.of("ip-address", ip, "subnet-id", network.subnetUuid()))));
        boundTo.ifPresent(host -> {
            json.put("host-id", host);
            json.put("interface-name", interfaceName.orElseThrow());
        });
        return json;
    }
}
