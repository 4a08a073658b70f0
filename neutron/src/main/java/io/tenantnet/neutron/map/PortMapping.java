/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.Ids;
import io.tenantnet.neutron.json.Fields;
import java.util.List;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Ports;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.PortBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.PortKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.AllowedAddressPairs;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.AllowedAddressPairsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.ExtraDhcpOpts;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.ExtraDhcpOptsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.FixedIps;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.port.FixedIpsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.MacAddress;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint8;

/** Neutron's port, with its binding, port security, address pair and DHCP option extensions. */
final class PortMapping implements Mapping<Port> {
    private static final String MAC = "mac_address";
    private static final int LONGEST_OPTION = 64;

    @Override
    public InstanceIdentifier<Port> path(final String id) {
        return InstanceIdentifier.builder(TenantNetworks.class).child(Ports.class)
            .child(Port.class, new PortKey(new Uuid(id))).build();
    }

    @Override
    public Port data(final String id, final Fields fields) {
        return new PortBuilder(new Identity(id, fields))
            .setNetworkId(Values.id(fields, "network_id"))
            .setMacAddress(fields.word(MAC).map(MacAddress::new).orElse(null))
            .setAdminStateUp(Values.flag(fields, "admin_state_up"))
            .setFixedIps(Lists.keyed(fields, "fixed_ips", PortMapping::fixedIp, FixedIps::key))
            .setAllowedAddressPairs(Lists.keyed(fields, "allowed_address_pairs",
                pair -> pair(pair, fields), AllowedAddressPairs::key))
            .setPortSecurityEnabled(Values.flag(fields, "port_security_enabled"))
            .setSecurityGroupIds(groups(fields))
            .setDeviceId(fields.text("device_id").orElse(null))
            .setDeviceOwner(fields.text("device_owner").orElse(null))
            .setHostId(fields.text("binding:host_id").orElse(null))
            .setVifType(fields.word("binding:vif_type").orElse(null))
            .setVifDetails(fields.anything("binding:vif_details").orElse(null))
            .setVnicType(fields.word("binding:vnic_type").orElse(null))
            .setProfile(fields.anything("binding:profile").orElse(null))
            .setExtraDhcpOpts(Lists.keyed(fields, "extra_dhcp_opts", PortMapping::option, ExtraDhcpOpts::key))
            .setQosPolicyId(Values.id(fields, "qos_policy_id"))
            .build();
    }

    private static FixedIps fixedIp(final Fields fields) {
        return new FixedIpsBuilder().setIpAddress(new IpAddress(Lists.needed(fields, "ip_address")))
            .setSubnetId(Values.id(fields, "subnet_id")).build();
    }

    private static AllowedAddressPairs pair(final Fields fields, final Fields port) {
        // Neutron fills in the port's own MAC address; drivers of old did not always get it.
        final var mac = fields.word(MAC).or(() -> port.word(MAC)).orElseThrow(() -> fields.wrong(MAC, "is missing"));
        return new AllowedAddressPairsBuilder().setIpAddress(new IpPrefix(Lists.needed(fields, "ip_address")))
            .setMacAddress(new MacAddress(mac)).build();
    }

    /** The v2 driver names the groups' ids, the v1 driver sends the whole groups, and Neutron itself a list of ids. */
    private static List<Uuid> groups(final Fields fields) {
        final var key = "security_groups";
        final var given = fields.json().get(key);
        final boolean plain = given != null && given.isJsonArray() && given.getAsJsonArray().size() > 0
            && given.getAsJsonArray().get(0).isJsonPrimitive();
        final var texts = plain ? fields.texts(key).stream()
            : fields.objects(key).stream().map(group -> Lists.needed(group, "id"));
        return texts.map(text -> Ids.canonical(text)
            .orElseThrow(() -> fields.wrong(key, "names a group that is no UUID")))
            .distinct().sorted().map(Uuid::new).toList();
    }

    private static ExtraDhcpOpts option(final Fields fields) {
        final var name = fields.text("opt_name", LONGEST_OPTION).filter(text -> !text.isEmpty())
            .orElseThrow(() -> fields.wrong("opt_name", "is missing"));
        return new ExtraDhcpOptsBuilder().setOptName(name)
            .setIpVersion(Uint8.valueOf(fields.number("ip_version", 255).orElse(4L).intValue()))
            .setOptValue(fields.text("opt_value").orElse(null)).build();
    }
}
