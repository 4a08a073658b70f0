/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rules that went with their group, lately. The v2 driver removes rules one by one as well, and takes it for a
 * failure where it is told that one is not there. Usable from any thread.
 */
final class Cascaded {
    private static final int LATEST = 10_000;

    private final Set<String> ids = Collections.synchronizedSet(Collections.newSetFromMap(
        new LinkedHashMap<String, Boolean>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(final Map.Entry<String, Boolean> eldest) {
                return size() > LATEST;
            }
        }));

    void add(final String id) {
        ids.add(id);
    }

    /** Whether the object went with another, and its own removal has not been asked for since. */
    boolean remove(final String id) {
        return ids.remove(id);
    }
}
