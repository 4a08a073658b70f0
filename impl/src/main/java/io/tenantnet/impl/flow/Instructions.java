/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to a packet that a flow matches, in OpenFlow 1.3's order: meter, actions, metadata, the next table. With
 * none of them the packet is dropped.
 *
 * @param meter    the meter that may drop it
 * @param actions  the actions to apply
 * @param metadata the metadata to write
 * @param next     the table to go on in
 */
public record Instructions(Optional<Meter> meter, List<Action> actions, Optional<Metadata> metadata, Optional<Table> next) {
    /** The end of a packet. */
    public static final Instructions DROP = new Instructions(List.of(), Optional.empty(), Optional.empty());

    public Instructions {
        actions = List.copyOf(actions);
    }

    /** Without a meter. */
    public Instructions(final List<Action> actions, final Optional<Metadata> metadata, final Optional<Table> next) {
        this(Optional.empty(), actions, metadata, next);
    }

    /** The same, but that packets first pass a meter. */
    public Instructions metered(final Meter its) {
        return new Instructions(Optional.of(its), actions, metadata, next);
    }

    /** Goes on in a table. */
    public static Instructions goTo(final Table next) {
        return new Instructions(List.of(), Optional.empty(), Optional.of(next));
    }

    /** Applies actions and stops. */
    public static Instructions apply(final List<Action> actions) {
        return new Instructions(actions, Optional.empty(), Optional.empty());
    }

    /** Applies actions and stops. */
    public static Instructions apply(final Action... actions) {
        return apply(List.of(actions));
    }

    /** Applies actions, then goes on in a table. */
    public static Instructions applyAndGo(final Table next, final Action... actions) {
        return applyAndGo(next, List.of(actions));
    }

    /** Applies actions, then goes on in a table. */
    public static Instructions applyAndGo(final Table next, final List<Action> actions) {
        return new Instructions(actions, Optional.empty(), Optional.of(next));
    }

    /** Writes metadata, then goes on in a table. */
    public static Instructions write(final Metadata metadata, final Table next) {
        return new Instructions(List.of(), Optional.of(metadata), Optional.of(next));
    }

    /**
     * Some bits of the metadata and what they become.
     *
     * @param value the bits' value
     * @param mask  which bits are written
     */
    public record Metadata(long value, long mask) {
        @Override
        public String toString() {
            return "write_metadata:0x" + Long.toHexString(value) + "/0x" + Long.toHexString(mask);
        }
    }

    @Override
    public String toString() {
        final var text = Stream.of(meter.stream().map(Object::toString),
            actions.stream().map(Object::toString), metadata.stream().map(Object::toString),
            next.stream().map(table -> "goto_table:" + table.id())).flatMap(part -> part)
            .collect(Collectors.joining(","));
        return text.isEmpty() ? "drop" : text;
    }
}
