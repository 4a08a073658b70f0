/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import io.tenantnet.impl.net.Cidr;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The conditions under which a flow applies: at most one for each field, in the fields' order. An immutable value; each
 * method that adds a condition returns a new match.
 */
public final class Match {
    /** The match of every packet. */
    public static final Match ANY = new Match(new FieldMatch[0]);

    private static final Comparator<FieldMatch> ORDER = Comparator.comparing(FieldMatch::field);

    private final FieldMatch[] fields;
    private final int hash;

    private Match(final FieldMatch[] fields) {
        this.fields = fields;
        hash = Arrays.hashCode(fields);
    }

    /** Adds that a field of at most 64 bits has a value. */
    public Match with(final Field field, final long value) {
        return with(new FieldMatch(field, 0, value, field.onesHigh(), field.onesLow()));
    }

    /** Adds that the masked bits of a field of at most 64 bits have a value. */
    public Match with(final Field field, final long value, final long mask) {
        return with(new FieldMatch(field, 0, value, 0, mask));
    }

    /** Adds that a field holds a MAC address. */
    public Match with(final Field field, final MacAddress mac) {
        return with(field, mac.value());
    }

    /** Adds that a field holds an address. */
    public Match with(final Field field, final IpAddress address) {
        return with(new FieldMatch(field, address.high(), address.low(), field.onesHigh(), field.onesLow()));
    }

    /** Adds that a field holds an address of a block; nothing where the block is every address. */
    public Match with(final Field field, final Cidr block) {
        return block.length() == 0 ? this : with(new FieldMatch(field, block.first().high(), block.first().low(),
            block.maskHigh(), block.maskLow()));
    }

    /**
     * Adds a condition.
     *
     * @throws IllegalStateException if the match has one for that field already
     */
    public Match with(final FieldMatch condition) {
        if (get(condition.field()).isPresent()) {
            throw new IllegalStateException("The match has a condition for " + condition.field() + " already");
        }
        final var all = Arrays.copyOf(fields, fields.length + 1);
        all[fields.length] = condition;
        Arrays.sort(all, ORDER);
        return new Match(all);
    }

    /** The condition for a field. */
    public Optional<FieldMatch> get(final Field field) {
        for (final var condition : fields) {
            if (condition.field() == field) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    /** All conditions, in the fields' order. */
    public List<FieldMatch> fields() {
        return List.of(fields);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(final Object other) {
        return this == other
            || other instanceof Match match && hash == match.hash && Arrays.equals(fields, match.fields);
    }

    @Override
    public String toString() {
        return Arrays.stream(fields).map(FieldMatch::toString).collect(Collectors.joining(","));
    }
}
