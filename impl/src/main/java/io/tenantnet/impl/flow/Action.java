/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.net.MacAddress;

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

    /**
     * Sets a whole field of at most 64 bits.
     *
     * @param field the field
     * @param value its new value
     */
    record SetField(Field field, long value) implements Action {
        public SetField(final Field field, final MacAddress mac) {
            this(field, mac.value());
        }

        public SetField(final Field field, final IpAddress address) {
            this(field, address.low());
        }

        @Override
        public String toString() {
            return "set_field:" + field.format(0, value) + "->" + field;
        }
    }

    /**
     * Copies a whole field into another of the same width.
     *
     * @param from the field that is read
     * @param to   the field that is written
     */
    record Move(Field from, Field to) implements Action {
        @Override
        public String toString() {
            return "move:" + from + "->" + to;
        }
    }
}
