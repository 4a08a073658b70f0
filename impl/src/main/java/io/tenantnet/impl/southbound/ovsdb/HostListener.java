/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.model.Host;

/**
 * Hears of the hosts that are connected over OVSDB. All calls come from one thread, which every host shares: an
 * implementation notes what it is told and returns.
 */
public interface HostListener {
    /**
     * A host connected, or something about it changed.
     *
     * @param host the host as it is now; never equal to what the last call for the same id said
     */
    void changed(Host host);

    /**
     * A host's last connection is gone, or it came to have another id.
     *
     * @param hostId the {@link Host#id()} under which it was known
     */
    void disconnected(String hostId);
}
