/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** What a flow does with a packet, under the names of ovs-actions(7). */
public sealed interface Action {
    /** OpenFlow's OFPP_IN_PORT: where the packet came from. */
    int IN_PORT = 0xffff_fff8;

    /**
     * Sends the packet through a port; not through the one it came from unless it is {@link #IN_PORT}.
     *
     * @param port an OpenFlow port number
     */
    record Output(int port) implements Action {
        @Override
        public String toString() {
            return port == IN_PORT ? "IN_PORT" : "output:" + Integer.toUnsignedString(port);
        }
    }

    /** Hands the whole packet, as it is now, to the controller (OpenFlow's OFPP_CONTROLLER with OFPCML_NO_BUFFER). */
    record ToController() implements Action {
        @Override
        public String toString() {
            return "CONTROLLER:65535";
        }
    }

    /**
     * Sets a whole field.
     *
     * @param field the field
     * @param high  the upper 64 bits of its new value; 0 where it has no more than 64
     * @param value the lower 64 bits
     */
    record SetField(Field field, long high, long value) implements Action {
        /** Sets a field of at most 64 bits. */
        public SetField(final Field field, final long value) {
            this(field, 0, value);
        }

        public SetField(final Field field, final MacAddress mac) {
            this(field, mac.value());
        }

        public SetField(final Field field, final IpAddress address) {
            this(field, address.high(), address.low());
        }

        @Override
        public String toString() {
            return "set_field:" + field.format(high, value) + "->" + field;
        }
    }

    /**
     * Goes through the pipeline from a table on and comes back, with whatever was changed on the way.
     *
     * @param table the table
     */
    record Resubmit(Table table) implements Action {
        @Override
        public String toString() {
            return "resubmit(," + table.id() + ")";
        }
    }

    /** Puts a VLAN tag in front, of IEEE 802.1Q; its VLAN is to be set next. */
    record PushVlan() implements Action {
        @Override
        public String toString() {
            return "push_vlan:0x8100";
        }
    }

    /** Takes the outermost VLAN tag away; the match must say that there is one. */
    record PopVlan() implements Action {
        @Override
        public String toString() {
            return "pop_vlan";
        }
    }

    /** Decrements the TTL or hop limit; a packet whose time is over is dropped. */
    record DecTtl() implements Action {
        @Override
        public String toString() {
            return "dec_ttl";
        }
    }

    /**
     * Copies a whole field into another of the same width, or into the lowest bits of a wider one; of a register also the
     * lowest bits into a narrower one.
     *
     * @param from the field that is read
     * @param to   the field that is written
     */
    record Move(Field from, Field to) implements Action {
        public Move {
            if (from.bits() > to.bits() && !from.isRegister()) {
                throw new IllegalArgumentException(from + " is wider than " + to);
            }
        }

        /** How many bits are copied. */
        public int bits() {
            return Math.min(from.bits(), to.bits());
        }

        @Override
        public String toString() {
            return "move:" + part(from) + "->" + part(to);
        }

        private String part(final Field field) {
            return field + (field.bits() > bits() ? "[0.." + (bits() - 1) + "]" : "");
        }
    }

    /**
     * Hands the packet to connection tracking (ovs-actions(7), ct).
     *
     * @param commit whether the connection is remembered, or its mark changed
     * @param zone   the field whose lower 16 bits are the zone
     * @param next   the table to go on in with ct_state set; empty to go on here without
     * @param mark   the connection's new mark
     * @param nat    how addresses are translated; empty for not at all
     */
    record Conntrack(boolean commit, Field zone, Optional<Table> next, OptionalInt mark, Optional<Nat> nat)
            implements Action {
        /** Without translation of addresses. */
        public Conntrack(final boolean commit, final Field zone, final Optional<Table> next, final OptionalInt mark) {
            this(commit, zone, next, mark, Optional.empty());
        }

        @Override
        public String toString() {
            final var text = new StringJoiner(",", "ct(", ")");
            if (commit) {
                text.add("commit");
            }
            next.ifPresent(table -> text.add("table=" + table.id()));
            text.add("zone=" + zone + "[0..15]");
            nat.ifPresent(translation -> text.add(translation.toString()));
            mark.ifPresent(value -> text.add("exec(set_field:0x" + Integer.toHexString(value) + "->ct_mark)"));
            return text.toString();
        }
    }

    /** Makes the packet forget what connection tracking said of it (ovs-actions(7), ct_clear). */
    record ConntrackClear() implements Action {
        @Override
        public String toString() {
            return "ct_clear";
        }
    }

    /**
     * Makes the packet forget the port it came from, so that it can leave through that port like any other: for a packet
     * that a router turned round.
     */
    record ForgetInPort() implements Action {
        @Override
        public String toString() {
            return "load:0xffff->NXM_OF_IN_PORT[]";
        }
    }
}
