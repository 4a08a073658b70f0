/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.web;

import io.tenantnet.neutron.Ids;
import io.tenantnet.neutron.RequestException;
import io.tenantnet.neutron.json.Texts;
import io.tenantnet.neutron.map.Resource;
import io.tenantnet.neutron.map.Resources;
import java.util.Optional;

/**
 * What a path names.
 *
 * @param resource the collection
 * @param id       the object in it, as it is stored; empty for the collection as a whole
 */
record Target(Resource resource, Optional<String> id) {
    /** Reads a path below the API's root; slashes at its ends mean nothing. */
    static Target of(final Resources resources, final String path) {
        final var trimmed = path.replaceAll("^/+|/+$", "");
        final var whole = resources.at(trimmed);
        if (whole.isPresent()) {
            return new Target(whole.get(), Optional.empty());
        }
        final int last = trimmed.lastIndexOf('/');
        final var resource = resources.at(last < 0 ? trimmed : trimmed.substring(0, last))
            .orElseThrow(() -> RequestException.unknown("There is no collection " + Texts.quote(trimmed)));
        final var id = trimmed.substring(last + 1);
        return new Target(resource, Optional.of(Ids.canonical(id).orElseThrow(() ->
            RequestException.unknown("There is no " + resource.key() + " " + Texts.quote(id) + ", which is no UUID"))));
    }

    String existing() {
        return id.orElseThrow(() -> RequestException.notAllowed("The id of a " + resource.key() + " is missing"));
    }

    Resource collection() {
        if (id.isPresent()) {
            throw RequestException.notAllowed("A " + resource.key() + " is created with a POST to its collection");
        }
        return resource;
    }
}
