/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A connection on which a host showed its database. Only one session of a host is its leading one: its keepers work,
 * and the host is read from it. Used in the loop.
 */
final class Session<T> implements AutoCloseable {
    private final Endpoint endpoint;
    private final PresenceReader<T> reader;
    private final Registry<T> registry;
    private final KeeperFactory factory;

    private Rows rows = Rows.EMPTY;
    private Optional<String> id = Optional.empty();
    private List<Keeper> keepers = List.of();
    private boolean first = true;

    /** Makes the keepers of a session. */
    @FunctionalInterface
    interface KeeperFactory {
        /**
         * Makes them.
         *
         * @param id             the id
         * @param problemChanged for the keepers' constructors
         */
        List<Keeper> keepers(String id, Runnable problemChanged);
    }

    Session(final Endpoint endpoint, final PresenceReader<T> reader, final Registry<T> registry,
            final KeeperFactory factory) {
        this.endpoint = requireNonNull(endpoint);
        this.reader = requireNonNull(reader);
        this.registry = requireNonNull(registry);
        this.factory = requireNonNull(factory);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Whether it is this that is connected. */
    boolean isOf(final String name) {
        return id.filter(name::equals).isPresent();
    }

    /** What it is that is connected, for the log. */
    String about() {
        return reader.about(rows);
    }

    /** Takes in what the monitor reported. */
    void changed(final RowChanges changes) {
        rows = rows.with(changes);
        final var now = reader.id(rows);
        if (!now.equals(id)) {
            id.ifPresent(old -> registry.left(this, old));
            id = now;
            first = true;
            id.ifPresent(name -> registry.joined(this, name));
        } else {
            look();
        }
    }

    /** Looks again, because what is wanted may have changed. */
    void look() {
        // First what is there: the keepers' own problems go with the same report.
        keepers.forEach(keeper -> keeper.look(rows));
        report();
    }

    /** The host is this session's to look after from now on. */
    void lead() {
        keepers = factory.keepers(id.orElseThrow(), this::report);
        look();
    }

    /** The host is another session's to look after. */
    void rest() {
        keepers.forEach(Keeper::close);
        keepers = List.of();
    }

    private void report() {
        if (!keepers.isEmpty()) {
            registry.report(id.orElseThrow(), read(id.orElseThrow()));
        }
    }

    private T read(final String name) {
        final var problems = keepers.stream().flatMap(keeper -> keeper.problem().stream())
            .collect(Collectors.joining("; "));
        final var read = reader.read(name, rows, endpoint, first,
            Optional.of(problems).filter(text -> !text.isEmpty()));
        first = false;
        return read;
    }

    /** The connection is gone. */
    @Override
    public void close() {
        rest();
        id.ifPresent(old -> registry.left(this, old));
        id = Optional.empty();
    }
}
