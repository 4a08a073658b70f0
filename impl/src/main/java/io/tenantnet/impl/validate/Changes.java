/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import java.util.List;

/**
 * What a transaction does to the objects of one kind. A changed object is removed and added.
 *
 * @param removed the keys of the objects that are gone or changed
 * @param added   the objects that are new or changed, as they are afterwards
 * @param <E>     the objects
 */
record Changes<E extends Entry>(List<String> removed, List<E> added) {
    Changes {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** The addition of objects. */
    static <E extends Entry> Changes<E> adding(final List<E> added) {
        return new Changes<>(List.of(), added);
    }
}
