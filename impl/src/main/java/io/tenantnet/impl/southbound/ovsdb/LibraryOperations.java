/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.ovsdb.lib.notation.Condition;
import org.opendaylight.ovsdb.lib.notation.Function;
import org.opendaylight.ovsdb.lib.notation.Mutator;
import org.opendaylight.ovsdb.lib.notation.UUID;
import org.opendaylight.ovsdb.lib.operations.ConditionalOperation;
import org.opendaylight.ovsdb.lib.operations.Delete;
import org.opendaylight.ovsdb.lib.operations.Insert;
import org.opendaylight.ovsdb.lib.operations.Mutate;
import org.opendaylight.ovsdb.lib.operations.Operation;
import org.opendaylight.ovsdb.lib.operations.Update;
import org.opendaylight.ovsdb.lib.schema.ColumnSchema;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;
import org.opendaylight.ovsdb.lib.schema.GenericTableSchema;

/** Turns operations into the OVSDB library's. */
final class LibraryOperations {
    private final DatabaseSchema schema;

    LibraryOperations(final DatabaseSchema schema) {
        this.schema = requireNonNull(schema);
    }

    /**
     * Turns a transaction's operations.
     *
     * @throws IllegalArgumentException if the switch is too old to have what they name
     */
    @SuppressWarnings("rawtypes")
    List<Operation> of(final List<Op> operations) {
        return operations.stream().map(this::of).collect(Collectors.toUnmodifiableList());
    }

    private Operation<?> of(final Op operation) {
        final var table = schema.table(operation.table().title(), GenericTableSchema.class);
        if (operation instanceof Op.Insert insert) {
            final var made = new Insert<>(table).withId(insert.name());
            insert.columns().forEach((column, value) -> made.value(column(table, column), value(value)));
            return made;
        } else if (operation instanceof Op.Update update) {
            final var made = new Update<>(table);
            update.columns().forEach((column, value) -> made.set(column(table, column), value(value)));
            return on(update.uuid(), made);
        } else if (operation instanceof Op.Add add) {
            return on(add.uuid(), new Mutate<>(table).addMutation(column(table, add.column()), Mutator.INSERT,
                value(add.value())));
        } else if (operation instanceof Op.Remove remove) {
            return on(remove.uuid(), new Mutate<>(table).addMutation(column(table, remove.column()), Mutator.DELETE,
                value(remove.value())));
        }
        if (operation instanceof Op.Delete delete) {
            return on(delete.uuid(), new Delete<>(table));
        }
        throw new IllegalArgumentException("Unknown operation " + operation);
    }

    private static <T extends Operation<?> & ConditionalOperation> T on(final String uuid, final T operation) {
        operation.addCondition(new Condition("_uuid", Function.EQUALS, new UUID(uuid)));
        return operation;
    }

    @SuppressWarnings("unchecked")
    private static ColumnSchema<GenericTableSchema, Object> column(final GenericTableSchema table, final String name) {
        final ColumnSchema<GenericTableSchema, Object> column = table.column(name);
        if (column == null) {
            throw new IllegalArgumentException("this Open vSwitch knows no " + table.getName() + ":" + name);
        }
        return column;
    }

    /** The library tells a named row from a stored one by the form of the name. */
    private static Object value(final Object value) {
        if (value instanceof Op.Ref ref) {
            return new UUID(ref.id());
        } else if (value instanceof Set<?> set) {
            return set.stream().map(LibraryOperations::value).collect(Collectors.toSet());
        } else if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().collect(Collectors.toMap(entry -> value(entry.getKey()),
                entry -> value(entry.getValue())));
        } else if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException("No OVSDB value: " + value);
    }
}
