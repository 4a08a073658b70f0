/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import java.util.UUID;

/** An object of the tenant model together with its key in the datastore. */
interface Entry {
    /** Its uuid as it was written. */
    String key();

    /** Its identity, the same for every way to write its uuid. */
    UUID id();

    /** What kind of object it is, in the model's words. */
    String kind();

    /** Whether it is Neutron's, which sees to it that objects have different values. */
    boolean ofNeutron();

    /**
     * Whether it may, for a moment, have what another has. Neutron's driver sends changes of different objects in any order,
     * so that who gets a value may come before who loses it; the state says meanwhile that one of them waits.
     */
    default boolean mayOverlap(final Entry other) {
        return ofNeutron() && other.ofNeutron();
    }

    /** What messages call it. */
    default String name() {
        return kind() + " " + key();
    }
}
