/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.List;
import java.util.UUID;

/**
 * A machine's interface that carries several ports, told apart by VLAN tags.
 *
 * @param id       its uuid
 * @param adminUp  whether its sub-ports are to forward
 * @param parentId the port of the frames without tag, whose interface it is; it need not exist yet
 * @param subPorts the other ports, none of which is there twice
 */
public record Trunk(UUID id, boolean adminUp, UUID parentId, List<SubPort> subPorts) {
    public Trunk {
        subPorts = List.copyOf(subPorts);
    }

    /**
     * A port behind a VLAN tag.
     *
     * @param portId the port, which need not exist yet
     * @param vlan   the VLAN id of the machine's frames, 1..4094
     */
    public record SubPort(UUID portId, int vlan) {
    }
}
