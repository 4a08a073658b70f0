/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import java.util.Optional;
import java.util.Set;

/**
 * A collection of Neutron's API.
 *
 * @param path    its path below the API's root
 * @param key     the key of one object in a body
 * @param plural  the key of several
 * @param mapping what its objects become in the tenant model; empty where they are only kept
 * @param kept    the keys that an update keeps where it does not carry them
 * @param paged   whether lists of it can be asked for in pages
 * @param remark  in words, what becomes of its objects
 */
public record Resource(String path, String key, String plural, Optional<Mapping<?>> mapping, Set<String> kept,
        boolean paged, String remark) {
    public Resource {
        kept = Set.copyOf(kept);
    }

    static Resource mapped(final String path, final String key, final Mapping<?> mapping, final Set<String> kept,
            final boolean paged, final String remark) {
        return new Resource(path, key, key + "s", Optional.of(mapping), kept, paged, remark);
    }

    static Resource stored(final String path, final String key, final String plural, final String remark) {
        return new Resource(path, key, plural, Optional.empty(), Set.of("id", "tenant_id", "project_id"), false,
            remark);
    }
}
