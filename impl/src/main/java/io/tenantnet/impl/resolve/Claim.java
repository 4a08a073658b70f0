/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.SwitchPort;
import java.util.UUID;

/**
 * A wish for a VLAN of a physical port.
 *
 * @param origin    the binding or connection that has the wish
 * @param name      what to call that one, as kind and uuid
 * @param port      the port
 * @param vlan      the VLAN, 0..4094
 * @param networkId the network that it is to be in
 */
record Claim(UUID origin, String name, SwitchPort port, int vlan, UUID networkId) {
    /** What two claims cannot both have. */
    record Place(SwitchPort port, int vlan) {
        @Override
        public String toString() {
            return (vlan == 0 ? "untagged frames on " : "VLAN " + vlan + " on ") + port;
        }
    }

    Place place() {
        return new Place(port, vlan);
    }
}
