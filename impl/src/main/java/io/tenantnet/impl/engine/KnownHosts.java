/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import java.util.Set;

/** Remembers over a restart which hosts there are. Calls do not block for long, and failures are logged, not thrown. */
public interface KnownHosts {
    /** The hosts that are remembered. */
    Set<String> load();

    /** Remembers a host. */
    void add(String hostId);

    /** Forgets a host. */
    void remove(String hostId);
}
