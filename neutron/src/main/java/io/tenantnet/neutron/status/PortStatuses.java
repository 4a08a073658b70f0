/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.ports.Port;
import org.opendaylight.yang.gen.v1.urn.opendaylight.neutron.rev261121.neutron.ports.PortBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.ObjectStatus;

/**
 * The status of ports, as networking-odl hears of it. A port that is ACTIVE goes through BUILD whenever a flow of it
 * changes, which is no news to Neutron; but where it has moved to another host, Neutron waits for it to become ACTIVE
 * there, and so has to see it DOWN before. Used by one thread.
 */
final class PortStatuses {
    /** By port, the host on which it is ACTIVE. */
    private final Map<String, String> active = new HashMap<>();

    Collection<Port> of(final Map<String, PortPlace> places) {
        active.keySet().retainAll(places.keySet());
        final var ports = new ArrayList<Port>();
        places.forEach((id, place) -> ports.add(new PortBuilder().setUuid(id)
            .setStatus(isActive(id, place) ? "ACTIVE" : "DOWN").build()));
        return ports;
    }

    private boolean isActive(final String id, final PortPlace place) {
        if (place.status() == ObjectStatus.ACTIVE) {
            active.put(id, place.host());
        } else if (place.status() == ObjectStatus.DOWN || !place.host().equals(active.get(id))) {
            active.remove(id);
        }
        return active.containsKey(id);
    }
}
