/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Vtep.LearnedMac;
import io.tenantnet.impl.vtep.SampleVteps;
import java.util.ArrayList;

/** Bare metal of the small cloud: switches tor1 and tor2, whose port p1 may be in a network, where one machine is learned. */
final class SmallMetal {
    /** Whether a switch has connected. */
    final boolean[] there = {true, false};
    /** The network of port p1 of each switch; none where it is beyond the last. */
    final int[] bound = {SmallCloud.NETWORKS, SmallCloud.NETWORKS};
    /** The switch that has learned the machine; none where it is beyond the last. */
    int learnedAt = 2;

    Model in(final Sample sample) {
        final var vteps = new SampleVteps();
        for (int number = 0; number < there.length; number++) {
            final var learned = new ArrayList<LearnedMac>();
            if (learnedAt == number) {
                learned.add(SampleVteps.learned(1, bound[number], number + 1, 1));
            }
            if (there[number]) {
                vteps.vtep(number + 1, learned.toArray(new LearnedMac[0]));
            }
            if (bound[number] < SmallCloud.NETWORKS) {
                vteps.binding(number, "tor" + (number + 1), "p1", 0, bound[number]);
            }
        }
        return vteps.in(sample);
    }
}
