/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import io.tenantnet.impl.net.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A tenant port as it was asked for.
 *
 * @param id            its uuid
 * @param networkId     its network, which need not exist yet
 * @param mac           the MAC address of the machine's interface
 * @param adminUp       whether it is to forward
 * @param fixedIps      the addresses of the machine's interface
 * @param addressPairs  further source addresses that the machine may use
 * @param portSecurity  whether source addresses are checked; empty for the network's default
 * @param securityGroups the security groups whose rules hold for it, which need not exist yet
 * @param deviceId      the machine or router that uses the port
 * @param deviceOwner   what kind of device that is, in Neutron's words
 * @param hostId        the host where the machine is said to be
 * @param interfaceName the interface that is the port where it carries no iface-id; of use only with hostId
 * @param qosPolicy      its QoS policy, which need not exist yet; empty for its network's
 * @param dhcpOptions   DHCP options for the machine alone
 */
public record Port(UUID id, UUID networkId, MacAddress mac, boolean adminUp, List<FixedIp> fixedIps,
        List<AddressPair> addressPairs, Optional<Boolean> portSecurity, Set<UUID> securityGroups,
        Optional<String> deviceId, Optional<String> deviceOwner, Optional<String> hostId,
        Optional<String> interfaceName, Optional<UUID> qosPolicy, List<DhcpOption> dhcpOptions) {
    public Port {
        dhcpOptions = List.copyOf(dhcpOptions);
        fixedIps = List.copyOf(fixedIps);
        addressPairs = List.copyOf(addressPairs);
        securityGroups = Set.copyOf(securityGroups);
    }

    /** A port without a QoS policy and DHCP options of its own. */
    public Port(final UUID id, final UUID networkId, final MacAddress mac, final boolean adminUp,
            final List<FixedIp> fixedIps, final List<AddressPair> addressPairs, final Optional<Boolean> portSecurity,
            final Set<UUID> securityGroups, final Optional<String> deviceId, final Optional<String> deviceOwner,
            final Optional<String> hostId, final Optional<String> interfaceName) {
        this(id, networkId, mac, adminUp, fixedIps, addressPairs, portSecurity, securityGroups, deviceId, deviceOwner,
            hostId, interfaceName, Optional.empty(), List.of());
    }

    /** Whether the port is an interface of a router (Neutron: device_owner network:router_interface...). */
    public boolean isRouterInterface() {
        return deviceOwner.filter(owner -> owner.startsWith("network:router_interface")).isPresent();
    }

    /**
     * Whether the port is on no host: it says what a router has in a network, inside or outside (Neutron:
     * network:router_interface..., network:router_gateway, network:floatingip).
     */
    public boolean isOfRouter() {
        return isRouterInterface() || deviceOwner.filter(owner -> owner.equals("network:router_gateway")
            || owner.equals("network:floatingip")).isPresent();
    }

    /** Whether the port is no machine's but serves its network: DHCP, routing and the like (Neutron: network:...). */
    public boolean isOfTheNetwork() {
        return deviceOwner.filter(owner -> owner.startsWith("network:")).isPresent();
    }

    /** Whether the port is that of a DHCP server of the network (Neutron: network:dhcp). */
    public boolean isForDhcp() {
        return deviceOwner.filter("network:dhcp"::equals).isPresent();
    }

    /** Whether the port is an interface of the router with a uuid. */
    public boolean isInterfaceOf(final UUID routerId) {
        return isRouterInterface() && deviceId.flatMap(Uuids::parse).filter(routerId::equals).isPresent();
    }
}
