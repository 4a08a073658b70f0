/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import java.util.Collection;
import java.util.Objects;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.hostconfigs.Hostconfig;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.hostconfigs.HostconfigBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;

/** The hosts that Neutron may bind ports to: those of the state that are connected. */
final class HostConfigs {
    private static final String TYPE = "ODL L2";

    private HostConfigs() {
        // Not to be made.
    }

    static Collection<Hostconfig> of(final Collection<Host> hosts) {
        return hosts.stream().filter(HostConfigs::isConnected).map(HostConfigs::config).toList();
    }

    /** A host that is gone keeps its place in the state for a while, but no machine can be put there. */
    private static boolean isConnected(final Host host) {
        return Boolean.TRUE.equals(host.isOvsdbConnected()) || Boolean.TRUE.equals(host.isOpenflowConnected());
    }

    private static Hostconfig config(final Host host) {
        final var settings = HostSettings.of(host);
        return new HostconfigBuilder().setHostType(TYPE)
            .setHostId(settings.id().orElseGet(() ->
                Objects.requireNonNullElse(host.getHostname(), host.getHostId())))
            .setConfig(settings.config()).build();
    }
}
