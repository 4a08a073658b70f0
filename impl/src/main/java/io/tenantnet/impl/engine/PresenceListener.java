/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

/**
 * Hears of what connects over OVSDB: hosts, or hardware VTEPs. Called by one thread at a time, and returns quickly.
 *
 * @param <T> what it hears of
 */
public interface PresenceListener<T> {
    /**
     * One connected, or something about it changed.
     *
     * @param now as it is now; never equal to what the last call for the same id said
     */
    void changed(T now);

    /**
     * The last connection of one is gone, or it came to have another id.
     *
     * @param id the id under which it was known
     */
    void disconnected(String id);
}
