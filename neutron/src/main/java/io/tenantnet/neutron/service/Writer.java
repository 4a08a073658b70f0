/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import com.google.gson.JsonObject;
import io.tenantnet.neutron.RequestException;
import io.tenantnet.neutron.json.Fields;
import io.tenantnet.neutron.map.Resource;
import io.tenantnet.neutron.map.Resources;
import io.tenantnet.neutron.store.Session;
import io.tenantnet.neutron.store.StoredJson;
import java.util.List;

/** What requests do to what is stored, within one transaction. */
final class Writer {
    private final Resources resources;
    private final Session session;

    Writer(final Resources resources, final Session session) {
        this.resources = resources;
        this.session = session;
    }

    /** Looks for all that {@link #create} will ask for. */
    void lookFor(final Resource resource, final JsonObject given) {
        session.find(resource, id(resource, given));
        if (resource.equals(resources.groups())) {
            rulesOf(given).forEach(rule -> session.find(resources.rules(), id(resources.rules(), rule.json())));
        }
    }

    private List<Fields> rulesOf(final JsonObject group) {
        return new Fields(resources.groups().key(), group).objects(Resources.RULES_OF_GROUP);
    }

    /**
     * Creates an object. One that is there already and says the same is no conflict: the driver asks again where it has
     * not seen the answer. Neither is a later revision of it, which is what a full synchronisation sends.
     *
     * @return the object as it is stored now
     */
    JsonObject create(final Resource resource, final JsonObject given) {
        final var id = id(resource, given);
        final var stored = session.find(resource, id).filter(found -> !found.implied());
        final var json = stored.map(found -> {
            final var overlay = new Overlay(resource, id, found.json(), given);
            if (overlay.isOutdated()) {
                return found.json();
            }
            // The mapping is looked at even where the revision decides, so that wrong types do not get in.
            if (!overlay.isSame() && !overlay.isNewer()) {
                throw RequestException.conflict(resource.key() + " " + id + " exists already and is another");
            }
            return overlay.merged();
        }).orElse(given);
        put(resource, id, json, false);
        if (resource.equals(resources.groups())) {
            implyRules(given);
        }
        return json;
    }

    private void implyRules(final JsonObject group) {
        for (final var rule : rulesOf(group)) {
            final var id = id(resources.rules(), rule.json());
            if (session.find(resources.rules(), id).filter(found -> !found.implied()).isEmpty()) {
                final var json = rule.json().deepCopy();
                json.add("security_group_id", group.get("id"));
                put(resources.rules(), id, json, true);
            }
        }
    }

    /** Replaces an object, but for the keys that an update never carries. */
    JsonObject update(final Resource resource, final String id, final JsonObject given) {
        final var stored = found(resource, id);
        if (given.has("id") && !given.get("id").isJsonNull() && !id(resource, given).equals(id)) {
            throw RequestException.bad(resource.key() + ": id is not the one of the path, " + id);
        }
        final var overlay = new Overlay(resource, id, stored.json(), given);
        if (overlay.isOutdated()) {
            return stored.json();
        }
        final var json = overlay.replaced();
        put(resource, id, json, false);
        return json;
    }

    /**
     * Removes an object. Rules go with their group.
     *
     * @return the ids of the rules
     */
    List<String> delete(final Resource resource, final String id) {
        found(resource, id);
        session.delete(resource, id);
        if (!resource.equals(resources.groups())) {
            return List.of();
        }
        final var rules = session.list(resources.rules()).stream()
            .filter(rule -> new Fields("rule", rule.json()).id("security_group_id").filter(id::equals).isPresent())
            .map(StoredJson::id).toList();
        rules.forEach(rule -> session.delete(resources.rules(), rule));
        return rules;
    }

    StoredJson found(final Resource resource, final String id) {
        return session.find(resource, id)
            .orElseThrow(() -> RequestException.unknown("There is no " + resource.key() + " " + id));
    }

    private void put(final Resource resource, final String id, final JsonObject json, final boolean implied) {
        final var fields = new Fields(resource.key(), json);
        session.put(resource, new StoredJson(id, json, implied),
            resource.mapping().flatMap(mapping -> mapping.entry(id, fields)));
    }

    private static String id(final Resource resource, final JsonObject object) {
        return new Fields(resource.key(), object).id("id")
            .orElseThrow(() -> RequestException.bad(resource.key() + ": id is missing"));
    }
}
