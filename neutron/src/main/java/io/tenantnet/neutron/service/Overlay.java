/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import com.google.gson.JsonObject;
import io.tenantnet.neutron.json.Fields;
import io.tenantnet.neutron.map.Resource;
import java.util.Set;

/** What becomes of a stored object when another comes under its id. */
final class Overlay {
    /** What Neutron changes by itself, with no change of what the object means. */
    private static final Set<String> VOLATILE =
        Set.of("created_at", "updated_at", "revision_number", "status", "standard_attr_id");

    private final Resource resource;
    private final String id;
    private final JsonObject stored;
    private final JsonObject given;

    Overlay(final Resource resource, final String id, final JsonObject stored, final JsonObject given) {
        this.resource = resource;
        this.id = id;
        this.stored = stored;
        this.given = given;
    }

    /** Whether what comes has a lower revision than what is there: it was sent earlier. */
    boolean isOutdated() {
        return hasRevisions() && revision(given) < revision(stored);
    }

    boolean isNewer() {
        return hasRevisions() && revision(given) > revision(stored);
    }

    /** What comes, and of what is there what it does not mention. */
    JsonObject merged() {
        final var merged = stored.deepCopy();
        given.entrySet().forEach(entry -> merged.add(entry.getKey(), entry.getValue()));
        return merged;
    }

    /** What comes, and of what is there the keys that an update never carries. */
    JsonObject replaced() {
        final var replaced = given.deepCopy();
        resource.kept().forEach(key -> {
            final var value = replaced.get(key);
            if ((value == null || value.isJsonNull()) && stored.has(key)) {
                replaced.add(key, stored.get(key));
            }
        });
        return replaced;
    }

    /**
     * Whether what comes says the same as what is there, so far as it says anything. Where the objects have a place in
     * the tenant model, that decides: Neutron sends one list in different orders, one protocol under different names.
     */
    boolean isSame() {
        return resource.mapping().<Boolean>map(mapping -> mapping.entry(id, fields(merged()))
            .equals(mapping.entry(id, fields(stored)))).orElseGet(() -> bare(merged()).equals(bare(stored)));
    }

    private Fields fields(final JsonObject object) {
        return new Fields(resource.key(), bare(object));
    }

    private static JsonObject bare(final JsonObject object) {
        final var bare = Canonical.of(object);
        VOLATILE.forEach(bare::remove);
        return bare;
    }

    private boolean hasRevisions() {
        return new Fields(resource.key(), stored).number("revision_number", Long.MAX_VALUE).isPresent()
            && new Fields(resource.key(), given).number("revision_number", Long.MAX_VALUE).isPresent();
    }

    private long revision(final JsonObject object) {
        return new Fields(resource.key(), object).number("revision_number", Long.MAX_VALUE).orElseThrow();
    }
}
