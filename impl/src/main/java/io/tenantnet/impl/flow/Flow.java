/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

/**
 * A flow as a switch is to hold it.
 *
 * @param key          where it stands and what it matches
 * @param instructions what it does
 * @param origin       what it is there for
 * @param stamp        by what a flow read back from a switch is known again
 */
public record Flow(FlowKey key, Instructions instructions, Scope origin, Stamp stamp) {
    /** A flow of a table. */
    public Flow(final Table table, final int priority, final Match match, final Instructions instructions,
            final Scope origin) {
        this(new FlowKey(table.id(), priority, match), instructions, origin);
    }

    private Flow(final FlowKey key, final Instructions instructions, final Scope origin) {
        this(key, instructions, origin, new Stamp(key.table(), Cookies.stamp(key, instructions)));
    }

    /** The cookie, see {@link Cookies}. */
    public long cookie() {
        return stamp.cookie();
    }

    /** The stamp is a hash of the rest already, but for the origin. */
    @Override
    public int hashCode() {
        return stamp.hashCode();
    }

    /** Flows that differ nearly always differ in their stamps. */
    @Override
    public boolean equals(final Object other) {
        return this == other || other instanceof Flow flow && stamp.equals(flow.stamp) && origin.equals(flow.origin)
            && key.equals(flow.key) && instructions.equals(flow.instructions);
    }

    /** The flow as ovs-ofctl would write it. */
    @Override
    public String toString() {
        return key + " actions=" + instructions;
    }
}
