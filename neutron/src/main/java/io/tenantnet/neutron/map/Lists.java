/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import io.tenantnet.neutron.json.Fields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Neutron's lists of objects as keyed lists. */
final class Lists {
    private Lists() {
    }

    /**
     * Maps a list. The order of its entries means nothing, to Neutron as to the tenant model, and Neutron changes it
     * from one request to the next: they are put into one order, so that equal lists are equal.
     *
     * @throws io.tenantnet.neutron.RequestException if two entries have one key
     */
    static <T, K> List<T> keyed(final Fields fields, final String list, final Function<Fields, T> mapping,
            final Function<T, K> key) {
        final var seen = new HashSet<K>();
        return fields.objects(list).stream().map(mapping).peek(entry -> {
            if (!seen.add(key.apply(entry))) {
                throw fields.wrong(list, "has two entries of one key");
            }
        }).sorted(Comparator.comparing(entry -> key.apply(entry).toString())).toList();
    }

    /** A text without which an entry of a list means nothing. */
    static String needed(final Fields fields, final String key) {
        return fields.word(key).orElseThrow(() -> fields.wrong(key, "is missing"));
    }
}
