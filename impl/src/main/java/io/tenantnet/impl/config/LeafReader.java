/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.model.Uuids;
import java.util.UUID;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.TenantObject;

/**
 * Reads the texts of one object's leaves.
 *
 * @param object the object, as messages name it
 */
record LeafReader(String object) {
    LeafReader {
        requireNonNull(object);
    }

    /** Makes the reader of an object of a kind that has the given uuid. */
    static LeafReader of(final String kind, final String uuid) {
        return new LeafReader(kind + " " + shown(uuid));
    }

    private static String shown(final String uuid) {
        return Uuids.parse(uuid).isPresent() ? uuid : InvalidLeafException.quote(uuid);
    }

    InvalidLeafException refused(final String leaf, final Object value, final String why) {
        return new InvalidLeafException(object, leaf, value.toString(), why);
    }

    InvalidLeafException missing(final String leaf, final String why) {
        return InvalidLeafException.missing(object, leaf, why);
    }

    <T> T needed(final String leaf, final @Nullable T value) {
        if (value == null) {
            throw missing(leaf, "");
        }
        return value;
    }

    /** Refuses a text of too few or too many characters. */
    void checkLength(final String leaf, final @Nullable String text, final int least, final int most) {
        if (text != null) {
            final int length = text.codePointCount(0, text.length());
            if (length < least || length > most) {
                throw refused(leaf, text, "has " + length + " characters: " + least + ".." + most + " are allowed");
            }
        }
    }

    /** Checks what all objects have, except their uuid. */
    void checkTexts(final TenantObject source) {
        checkLength("project-id", source.getProjectId(), 0, 255);
        checkLength("name", source.getName(), 0, 255);
        checkLength("description", source.getDescription(), 0, 1024);
    }

    UUID uuid(final String leaf, final String text) {
        return Uuids.parse(text).orElseThrow(() -> refused(leaf, text,
            "is not a UUID (32 hexadecimal digits, with dashes as 8-4-4-4-12 or without)"));
    }
}
