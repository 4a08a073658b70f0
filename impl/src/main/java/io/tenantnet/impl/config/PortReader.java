/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNullElse;

import io.tenantnet.impl.model.AddressPair;
import io.tenantnet.impl.model.DhcpOption;
import io.tenantnet.impl.model.FixedIp;
import io.tenantnet.impl.model.Port;
import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;

/** Reads a port. */
final class PortReader {
    private static final String FIXED_IP = "fixed-ips/ip-address";
    private static final String PAIR_ADDRESS = "allowed-address-pairs/ip-address";
    private static final String INTERFACE = "interface-name";
    /** Linux: IFNAMSIZ without the final zero. */
    private static final int LONGEST_NAME = 15;

    private final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port source;
    private final LeafReader leaves;
    private final AddressReader addresses;

    PortReader(final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port source) {
        this.source = source;
        leaves = LeafReader.of("port", source.getUuid().getValue());
        addresses = new AddressReader(leaves);
    }

    Port read() {
        final var id = leaves.uuid("uuid", source.getUuid().getValue());
        leaves.checkTexts(source);
        leaves.checkLength("device-id", source.getDeviceId(), 0, 255);
        leaves.checkLength("device-owner", source.getDeviceOwner(), 0, 255);
        leaves.checkLength("host-id", source.getHostId(), 0, 255);
        final var networkId = leaves.uuid("network-id",
            leaves.needed("network-id", source.getNetworkId()).getValue());
        final var mac = addresses.mac("mac-address",
            leaves.needed("mac-address", source.getMacAddress()).getValue());
        final var dhcpOptions = dhcpOptions();
        // Neutron's port that is bound nowhere has a host of no characters.
        final var host = Optional.ofNullable(source.getHostId()).filter(text -> !text.isEmpty());
        return new Port(id, networkId, mac, requireNonNullElse(source.isAdminStateUp(), Boolean.TRUE), fixedIps(),
            addressPairs(), Optional.ofNullable(source.isPortSecurityEnabled()), securityGroups(),
            Optional.ofNullable(source.getDeviceId()), Optional.ofNullable(source.getDeviceOwner()), host,
            interfaceName(host), Optional.ofNullable(source.getQosPolicyId())
                .map(policy -> leaves.uuid("qos-policy-id", policy.getValue())), dhcpOptions);
    }

    private Set<UUID> securityGroups() {
        return requireNonNullElse(source.getSecurityGroupIds(), List.<Uuid>of()).stream()
            .map(group -> leaves.uuid("security-group-ids", group.getValue())).collect(Collectors.toSet());
    }

    /** Which options there are is not checked: Neutron takes whatever it is told, and the port's state names what is not. */
    private List<DhcpOption> dhcpOptions() {
        final var options = new ArrayList<DhcpOption>();
        for (var option : source.nonnullExtraDhcpOpts()) {
            leaves.checkLength("extra-dhcp-opts/opt-name", option.getOptName(), 1, 64);
            final int version = option.getIpVersion().intValue();
            if (version != 4 && version != 6) {
                throw leaves.refused("extra-dhcp-opts/ip-version", version, "is neither 4 nor 6");
            }
            leaves.checkLength("extra-dhcp-opts/opt-value", option.getOptValue(), 0, 1024);
            options.add(new DhcpOption(option.getOptName(), version, requireNonNullElse(option.getOptValue(), "")));
        }
        // The order of the datastore's lists means nothing.
        options.sort(Comparator.comparing(DhcpOption::name).thenComparing(DhcpOption::ipVersion));
        return options;
    }

    private List<FixedIp> fixedIps() {
        final var seen = new HashSet<IpAddress>();
        return source.nonnullFixedIps().stream().map(entry -> {
            final var text = entry.getIpAddress().getValue();
            final var address = addresses.unicast(FIXED_IP, text);
            // The list's key tells two spellings of one IPv6 address apart.
            if (!seen.add(address)) {
                throw leaves.refused(FIXED_IP, text, "is given twice");
            }
            return new FixedIp(address, Optional.ofNullable(entry.getSubnetId())
                .map(subnet -> leaves.uuid("fixed-ips/subnet-id", subnet.getValue())));
        }).toList();
    }

    private List<AddressPair> addressPairs() {
        final var seen = new HashSet<AddressPair>();
        return source.nonnullAllowedAddressPairs().stream().map(entry -> {
            final var text = entry.getIpAddress().getValue();
            final var pair = new AddressPair(pairAddresses(text),
                addresses.mac("allowed-address-pairs/mac-address", entry.getMacAddress().getValue()));
            if (!seen.add(pair)) {
                throw leaves.refused(PAIR_ADDRESS, text, "is given twice with mac-address " + pair.mac());
            }
            return pair;
        }).toList();
    }

    private Cidr pairAddresses(final String text) {
        if (text.indexOf('/') < 0) {
            final var address = addresses.unicast(PAIR_ADDRESS, text);
            return new Cidr(address, address.bits());
        }
        final var prefix = addresses.prefix(PAIR_ADDRESS, text);
        if (prefix.first().isMulticast()) {
            throw leaves.refused(PAIR_ADDRESS, text, "is multicast, from which no machine may send");
        }
        return prefix;
    }

    /**
     * Reads the name that Open vSwitch knows the interface by. It need not be one that Linux would let a device have:
     * ".", ".." and names with a colon are names of userspace ports (DPDK, vhost-user) like others. A slash or a blank
     * is in no name that a tool of Open vSwitch or Linux would make.
     */
    private Optional<String> interfaceName(final Optional<String> host) {
        final var name = source.getInterfaceName();
        if (name == null) {
            return Optional.empty();
        }
        final int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > LONGEST_NAME) {
            throw leaves.refused(INTERFACE, name, "has " + length + " characters: an interface's name has 1.."
                + LONGEST_NAME);
        }
        if (name.codePoints().anyMatch(point -> point == '/' || Character.isWhitespace(point)
                || Character.isSpaceChar(point) || Character.isISOControl(point))) {
            throw leaves.refused(INTERFACE, name, "has a slash, a blank or a control character in it");
        }
        if (host.isEmpty()) {
            throw leaves.missing("host-id", "it is needed with interface-name '" + name + "'");
        }
        return Optional.of(name);
    }
}
