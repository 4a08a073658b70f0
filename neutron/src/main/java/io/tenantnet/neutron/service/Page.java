/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tenantnet.neutron.RequestException;
import io.tenantnet.neutron.map.Resource;
import io.tenantnet.neutron.store.StoredJson;
import java.net.URLEncoder;
import java.util.List;

/** A page of a list, in the order of the objects' ids, with the links that Neutron's API has to its neighbours. */
final class Page {
    private final Resource resource;
    private final Query query;
    private final List<StoredJson> matching;
    private final int from;
    private final int to;

    Page(final Resource resource, final Query query, final List<StoredJson> all) {
        this.resource = resource;
        this.query = query;
        matching = all.stream().filter(object -> query.takes(object.json())).toList();
        final int size = resource.paged() ? query.limit().orElse(matching.size()) : matching.size();
        if (resource.paged() && query.reverse()) {
            to = query.marker().map(this::place).orElse(matching.size());
            from = Math.max(0, to - size);
        } else {
            from = resource.paged() ? query.marker().map(marker -> place(marker) + 1).orElse(0) : 0;
            to = (int) Math.min(matching.size(), (long) from + size);
        }
    }

    private int place(final String marker) {
        for (int index = 0; index < matching.size(); index++) {
            if (matching.get(index).id().equals(marker)) {
                return index;
            }
        }
        throw RequestException.bad("marker names no " + resource.key() + " of the list: " + marker);
    }

    JsonObject answer(final String url) {
        final var page = new JsonArray();
        matching.subList(from, to).forEach(object -> page.add(query.shown(object.json())));
        final var answer = new JsonObject();
        answer.add(resource.plural(), page);
        if (resource.paged() && query.limit().isPresent() && from < to) {
            final var links = new JsonArray();
            if (to < matching.size()) {
                links.add(link("next", url, matching.get(to - 1).id(), false));
            }
            if (from > 0) {
                links.add(link("previous", url, matching.get(from).id(), true));
            }
            answer.add(resource.plural() + "_links", links);
        }
        return answer;
    }

    private JsonObject link(final String relation, final String url, final String marker, final boolean reverse) {
        final var address = new StringBuilder(url).append("?limit=").append(query.limit().orElseThrow())
            .append("&marker=").append(marker);
        if (reverse) {
            address.append("&page_reverse=True");
        }
        query.filters().forEach((key, values) -> values.forEach(value -> append(address, key, value)));
        query.fields().forEach(field -> append(address, "fields", field));
        final var link = new JsonObject();
        link.addProperty("rel", relation);
        link.addProperty("href", address.toString());
        return link;
    }

    private static void append(final StringBuilder address, final String key, final String value) {
        address.append('&').append(URLEncoder.encode(key, UTF_8)).append('=').append(URLEncoder.encode(value, UTF_8));
    }
}
