/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.hostconfigs.Hostconfig;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.hostconfigs.HostconfigBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;

/**
 * The hosts that Neutron may bind ports to: those of the state. What a host said of itself is remembered while its
 * OVSDB connection is gone, so that a short loss fails no binding. Used by one thread.
 */
final class HostConfigs {
    private static final String TYPE = "ODL L2";

    private final Map<String, HostSettings> latest = new HashMap<>();

    Collection<Hostconfig> of(final Collection<Host> hosts, final Collection<HostSettings> connected) {
        connected.forEach(settings -> settings.systemId().ifPresent(id -> latest.put(id, settings)));
        final var present = new HashSet<String>();
        final var configs = new HashMap<String, Hostconfig>();
        hosts.forEach(host -> {
            present.add(host.getHostId());
            if (!isConnected(host)) {
                return;
            }
            final var config = config(host, latest.getOrDefault(host.getHostId(), HostSettings.NONE));
            configs.put(config.getHostId(), config);
        });
        latest.keySet().retainAll(present);
        return configs.values();
    }

    /** A host that is gone keeps its place in the state for a while, but no machine can be put there. */
    private static boolean isConnected(final Host host) {
        return Boolean.TRUE.equals(host.isOvsdbConnected()) || Boolean.TRUE.equals(host.isOpenflowConnected());
    }

    private static Hostconfig config(final Host host, final HostSettings settings) {
        return new HostconfigBuilder().setHostType(TYPE)
            .setHostId(settings.givenId().orElseGet(() ->
                Objects.requireNonNullElse(host.getHostname(), host.getHostId())))
            .setConfig(settings.givenConfig().orElseGet(() -> settings.derivedConfig(
                Objects.requireNonNullElse(host.getDatapathType(), "system"))))
            .build();
    }
}
