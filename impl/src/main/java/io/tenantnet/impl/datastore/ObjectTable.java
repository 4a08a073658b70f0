/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import io.tenantnet.impl.config.InvalidLeafException;
import io.tenantnet.impl.model.Uuids;
import io.tenantnet.impl.share.SharedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.api.DataObjectModification;
import org.opendaylight.mdsal.binding.api.DataObjectModification.ModificationType;
import org.opendaylight.yangtools.yang.binding.ChildOf;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.Identifiable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects of one list of the tenant model. One that makes no sense, which only a datastore filled by other means can
 * hold, is left out and does not stop the others.
 *
 * @param <C> the list's container
 * @param <E> the list's entries
 * @param <R> what they become
 */
final class ObjectTable<C extends DataObject, E extends DataObject & Identifiable<?> & ChildOf<? super C>, R> {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectTable.class);

    private final Function<C, @Nullable List<E>> entries;
    private final Function<E, String> key;
    private final Function<E, R> reader;

    private SharedMap<UUID, R> content = SharedMap.empty();

    ObjectTable(final Function<C, @Nullable List<E>> entries, final Function<E, String> key,
            final Function<E, R> reader) {
        this.entries = entries;
        this.key = key;
        this.reader = reader;
    }

    /** Takes all entries anew; null for none. */
    void replace(final @Nullable C container) {
        final var editor = SharedMap.<UUID, R>empty().edit();
        Optional.ofNullable(container).map(entries).ifPresent(list -> list.forEach(entry -> put(entry, editor)));
        content = editor.done();
    }

    /** Takes a change of the container; null for no change. */
    void apply(final @Nullable DataObjectModification<C> change, final Class<E> entryClass) {
        if (change == null) {
            return;
        }
        if (change.getModificationType() != ModificationType.SUBTREE_MODIFIED) {
            replace(change.getDataAfter());
            return;
        }
        final var editor = content.edit();
        // An object that is spelled otherwise than before goes and comes in one change.
        for (final DataObjectModification<? extends DataObject> child : change.getModifiedChildren()) {
            if (child.getModificationType() == ModificationType.DELETE) {
                id(entryClass.cast(child.getDataBefore())).ifPresent(editor::remove);
            }
        }
        for (final DataObjectModification<? extends DataObject> child : change.getModifiedChildren()) {
            if (child.getModificationType() != ModificationType.DELETE) {
                put(entryClass.cast(child.getDataAfter()), editor);
            }
        }
        content = editor.done();
    }

    private void put(final E entry, final SharedMap.Editor<UUID, R> editor) {
        id(entry).ifPresent(id -> {
            try {
                editor.put(id, reader.apply(entry));
            } catch (InvalidLeafException e) {
                LOG.warn("Left out: {}", e.getMessage());
                editor.remove(id);
            }
        });
    }

    private Optional<UUID> id(final E entry) {
        return Uuids.parse(key.apply(entry));
    }

    /** All objects, as a value that does not change. */
    Map<UUID, R> content() {
        return content;
    }
}
