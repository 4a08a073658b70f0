/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

/** The clock on the wall of a host's switch and database, or of the controller, if they have one of their own. */
public record Clock(Lab lab, String namespace) {
    /** Whatever of hosts and controllers is started from now on has one of its own, which goes right. */
    public static void ownOnes(final Lab lab) {
        lab.run("clocks");
    }

    /** It is wrong from now on, while the processes run; with less than 0 seconds, it is slow. */
    public void wrongBy(final int seconds) {
        lab.run("clock", namespace, Integer.toString(seconds));
    }
}
