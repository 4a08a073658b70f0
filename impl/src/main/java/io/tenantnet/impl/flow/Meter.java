/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

/**
 * A meter (OpenFlow 1.3.5 section 5.7): of the packets of all flows that name it, it drops those that come faster than its
 * rate, once its burst is used up. A switch has a meter as long as a flow that is wanted names it; there is no other list
 * of meters.
 *
 * <p>The whole meter is a part of what its flows say, and of their cookies.
 *
 * @param id    its number on the switch, which carries TenantNet's mark
 * @param unit  what is counted
 * @param rate  how many units pass in a second in the long run, 1..4294967295
 * @param burst how many units pass at once after a pause, 1..4294967295
 */
public record Meter(int id, Unit unit, long rate, long burst) {
    /**
     * The upper 2 bits of the ids of TenantNet's meters. Below are 2 bits for the use, and in the lower 16 what tells the
     * port from all others of the host.
     */
    private static final int OWNER = 0x4000_0000;
    private static final int OWNER_MASK = 0xc000_0000;
    private static final int USE_SHIFT = 28;
    private static final long MOST = 0xffff_ffffL;

    /** What a meter counts. */
    public enum Unit {
        /** Thousands of bits; the burst is of as many bits. */
        KBPS,
        /** Packets. */
        PKTPS
    }

    /** What a port has a meter for, at most one for each. Meters keep their ids, so none moves up. */
    public enum Use {
        /** The bandwidth of what the port's machine sends. */
        EGRESS_BANDWIDTH,
        /** The bandwidth of what the port's machine receives. */
        INGRESS_BANDWIDTH,
        /**
         * How much of what the port's machine sends is handed to the controller; of a router, whose zone is no port's
         * number, how many answers to its questions are.
         */
        TO_CONTROLLER,
        /** How often the controller is to ask who has an address outside; a router's, by its zone. */
        QUESTIONS
    }

    public Meter {
        if (rate < 1 || rate > MOST || burst < 1 || burst > MOST) {
            throw new IllegalArgumentException("OpenFlow has no meter of rate " + rate + " and burst " + burst);
        }
    }

    /**
     * The meter of a port for a use.
     *
     * @param number the port's number, 1..49151, or a router's zone, which is above
     */
    public static Meter of(final Use use, final int number, final Unit unit, final long rate, final long burst) {
        return new Meter(OWNER | use.ordinal() << USE_SHIFT | number, unit, rate, burst);
    }

    /** Whether a meter with that id is TenantNet's. */
    public static boolean isOurs(final int id) {
        return (id & OWNER_MASK) == OWNER;
    }

    @Override
    public String toString() {
        return "meter:0x" + Integer.toHexString(id) + "(" + (unit == Unit.KBPS ? "kbps" : "pktps") + ",rate=" + rate
            + ",burst=" + burst + ")";
    }
}
