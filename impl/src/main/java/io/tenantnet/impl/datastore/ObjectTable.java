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
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
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
final class ObjectTable<C extends ChildOf<? super TenantNetworks>,
        E extends DataObject & Identifiable<?> & ChildOf<? super C>, R> {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectTable.class);

    private final Class<C> containerClass;
    private final Class<E> entryClass;
    private final Function<TenantNetworks, @Nullable C> container;
    private final Function<C, @Nullable List<E>> entries;
    private final Function<E, Uuid> key;
    private final Function<E, R> reader;

    private SharedMap<UUID, R> content = SharedMap.empty();

    /**
     * A table without objects.
     *
     * @param containerClass the list's container
     * @param entryClass     the list's entries
     * @param container      finds the container
     * @param entries        finds its entries
     * @param key            an entry's key
     * @param reader         makes an object of an entry
     */
    ObjectTable(final Class<C> containerClass, final Class<E> entryClass,
            final Function<TenantNetworks, @Nullable C> container, final Function<C, @Nullable List<E>> entries,
            final Function<E, Uuid> key, final Function<E, R> reader) {
        this.containerClass = containerClass;
        this.entryClass = entryClass;
        this.container = container;
        this.entries = entries;
        this.key = key;
        this.reader = reader;
    }

    /** Takes all entries anew. */
    void replace(final Optional<TenantNetworks> all) {
        replace(all.map(container).orElse(null));
    }

    private void replace(final @Nullable C newest) {
        final var editor = SharedMap.<UUID, R>empty().edit();
        Optional.ofNullable(newest).map(entries).ifPresent(list -> list.forEach(entry -> put(entry, editor)));
        content = editor.done();
    }

    /** Takes a change of the tenant model. */
    void apply(final DataObjectModification<TenantNetworks> model) {
        final var change = model.getModifiedChildContainer(containerClass);
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
        return Uuids.parse(key.apply(entry).getValue());
    }

    /** All objects, as a value that does not change. */
    Map<UUID, R> content() {
        return content;
    }
}
