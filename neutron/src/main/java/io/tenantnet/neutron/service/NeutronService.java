/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tenantnet.neutron.RequestException;
import io.tenantnet.neutron.json.Limits;
import io.tenantnet.neutron.map.Resource;
import io.tenantnet.neutron.map.Resources;
import io.tenantnet.neutron.store.ObjectStore;
import java.util.Optional;

/**
 * Neutron's API as OpenStack's networking-odl uses it (v1 driver of Newton, v2 driver up to Zed). Every method throws
 * {@link RequestException} where the request is not carried out. A request is carried out whole or not at all; when a
 * method that writes returns, what it wrote is committed. Usable from any thread.
 */
public final class NeutronService {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final Resources resources;
    private final ObjectStore store;
    private final Limits limits;
    private final Cascaded cascaded = new Cascaded();

    /**
     * The API over a store.
     *
     * @param resources the collections
     * @param store     where objects are kept
     * @param limits    how large they may be
     */
    public NeutronService(final Resources resources, final ObjectStore store, final Limits limits) {
        this.resources = requireNonNull(resources);
        this.store = requireNonNull(store);
        this.limits = requireNonNull(limits);
    }

    /** Creates one object or several: 201 and the objects as they are stored. */
    public Reply create(final Resource resource, final JsonElement given) {
        final var body = Body.of(resource, given, limits);
        return store.transact(session -> {
            final var writer = new Writer(resources, session);
            body.objects().forEach(object -> writer.lookFor(resource, object));
            final var created = body.objects().stream().map(object -> writer.create(resource, object)).toList();
            return Reply.of(CREATED, body.envelope(resource, created));
        });
    }

    /** Updates one object: 200 and the object as it is stored; nothing changes where a later revision is stored. */
    public Reply update(final Resource resource, final String id, final JsonElement given) {
        final var body = Body.of(resource, given, limits);
        if (body.objects().size() != 1) {
            throw RequestException.bad("The body holds " + body.objects().size() + " objects, the path names one");
        }
        return store.transact(session ->
            one(resource, new Writer(resources, session).update(resource, id, body.objects().get(0))));
    }

    /**
     * Takes notice of what is said of an object but changes nothing: 200 and what was said. So the v1 driver tells of the
     * interfaces of a router, which are ports and are sent as such besides.
     */
    public Reply acknowledge(final Resource resource, final String id, final JsonElement said) {
        if (!said.isJsonObject()) {
            throw RequestException.bad("The body is not an object");
        }
        return store.transact(session -> {
            new Writer(resources, session).found(resource, id);
            return Reply.of(OK, said.getAsJsonObject());
        });
    }

    /** Removes one object: 204. */
    public Reply delete(final Resource resource, final String id) {
        if (resource.equals(resources.rules()) && cascaded.remove(id)) {
            return store.transact(session -> {
                session.find(resource, id).ifPresent(found -> session.delete(resource, id));
                return new Reply(NO_CONTENT, Optional.empty());
            });
        }
        store.transact(session -> new Writer(resources, session).delete(resource, id)).forEach(cascaded::add);
        return new Reply(NO_CONTENT, Optional.empty());
    }

    /** One object. */
    public Reply get(final Resource resource, final String id, final Query query) {
        return store.transact(session ->
            one(resource, query.shown(new Writer(resources, session).found(resource, id).json())));
    }

    /**
     * The objects that a query asks for.
     *
     * @param url the address of the collection, for the links between pages
     */
    public Reply list(final Resource resource, final Query query, final String url) {
        return Reply.of(OK, new Page(resource, query, store.transact(session -> session.list(resource))).answer(url));
    }

    private static Reply one(final Resource resource, final JsonObject object) {
        final var body = new JsonObject();
        body.add(resource.key(), object);
        return Reply.of(OK, body);
    }
}
