/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.faults;

import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Clock;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Lab;
import java.util.Random;

/** What befalls a host or the controller. Each returns when what was broken runs again; the controller may yet connect. */
enum Fault {
    /** Killed and started; its tables are empty, its ports may have other numbers. */
    SWITCH_KILLED {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            bench.lab().run("crash", host.name(), "vswitchd");
        }
    },
    /** Killed and started; the switch runs on. */
    DATABASE_KILLED {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            bench.lab().run("crash", host.name(), "ovsdb");
        }
    },
    /** The two machines' ports get each other's numbers while the switch is not there. */
    PORTS_PERMUTED {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            bench.lab().run("permute", host.name());
        }
    },
    /** Every packet to and from the controller is lost for a while, and no side is told: connections are half open. */
    HALF_OPEN {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            bench.lab().run("cut", host.name());
            sleep(3_000 + random.nextInt(12_000));
            bench.lab().run("heal", host.name());
        }
    },
    /** The switch ends its OpenFlow connection and opens another at once. */
    OPENFLOW_RECONNECTS {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            host.reconnect();
        }
    },
    /** The host comes back new: with an empty database and without its machines, which are then plugged in again. */
    WIPED {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            bench.lab().run("remove", host.name());
            bench.lab().run("add", host.name());
            host.setManager();
        }
    },
    /** Somebody removes every other table by hand. */
    FLOWS_REMOVED {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            for (final int table : new int[] {0, 50, 60, 100, 110, 130}) {
                if (random.nextBoolean()) {
                    removeFlows(bench.lab(), host, ",table=" + table);
                }
            }
        }
    },
    /** The controller dies and starts again. */
    CONTROLLER_KILLED {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            bench.controller().kill();
            bench.controller().start();
        }
    },
    /** The controller's clock on the wall jumps back and forth, and stays wrong. */
    CONTROLLERS_CLOCK_JUMPS {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            jump(bench.controller().clock(), random);
        }
    },
    /** So does that of the host's switch and database. */
    HOSTS_CLOCK_JUMPS {
        @Override
        void strike(final Bench bench, final Host host, final Random random) {
            jump(host.clock(), random);
        }
    };

    private static final int HALF_A_DAY = 12 * 60 * 60;
    private static final String OURS = "cookie=0x544e000000000000/0xffff000000000000";

    abstract void strike(Bench bench, Host host, Random random);

    /** Whether the switch forgets what others put into it. */
    boolean losesForeignFlows() {
        return this == SWITCH_KILLED || this == PORTS_PERMUTED || this == WIPED;
    }

    /** Whether all connections outlast it. */
    boolean leavesConnections() {
        return this == CONTROLLERS_CLOCK_JUMPS || this == HOSTS_CLOCK_JUMPS;
    }

    private static void jump(final Clock clock, final Random random) {
        final int sign = random.nextBoolean() ? 1 : -1;
        clock.wrongBy(sign * random.nextInt(HALF_A_DAY));
        sleep(random.nextInt(3_000));
        clock.wrongBy(-sign * random.nextInt(HALF_A_DAY));
    }

    static void removeFlows(final Lab lab, final Host host, final String more) {
        lab.exec(host.name(), "ovs-ofctl", "-O", "OpenFlow13", "del-flows", "br-int", OURS + more);
    }

    /** A random moment of a change, or a time for which something lasts: there is nothing to await. */
    static void sleep(final long millis) {
        try {
            Thread.sleep(millis);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
