/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DhcpOptionsTest {
    private static final String PORT = "00000000-0000-4000-8000-000000000002";

    private final Api api = new Api();

    @Test
    void areTakenOverAsNeutronHasThem() {
        assertThat(post("[{'opt_name': 'bootfile-name', 'opt_value': 'pxelinux.0', 'ip_version': 4},"
            + "{'opt_name': 'tag:!ipxe,67', 'opt_value': 'undionly.kpxe'},"
            + "{'opt_name': 'dns-server', 'opt_value': '2001:db8::1', 'ip_version': 6},"
            + "{'opt_name': 'domain-name', 'opt_value': null, 'ip_version': 4}]")).isEqualTo(201);
        assertThat(api.store().model().getPorts().nonnullPort().get(0).getExtraDhcpOpts()).extracting(
            option -> option.getOptName() + " " + option.getIpVersion() + " " + option.getOptValue())
            .containsExactlyInAnyOrder("bootfile-name 4 pxelinux.0", "tag:!ipxe,67 4 undionly.kpxe",
                "dns-server 6 2001:db8::1", "domain-name 4 null");
    }

    @Test
    void needAName() {
        assertThat(post("[{'opt_value': '1'}]")).isEqualTo(400);
    }

    private int post(final String options) {
        return api.post("ports", "{'port': {'id': '" + PORT + "', 'network_id': '" + PORT + "', 'mac_address':"
            + " 'fa:16:3e:00:00:01', 'extra_dhcp_opts': " + options + "}}").status();
    }
}
