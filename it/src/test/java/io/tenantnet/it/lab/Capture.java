/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A capture of the frames between the hosts. */
public final class Capture implements AutoCloseable {
    private static final Pattern VNI = Pattern.compile("VXLAN, .*vni (\\d+)");
    private static final Pattern VNI_OF_PING = Pattern.compile(VNI + "\\s+IP [^\n]*: ICMP echo");

    private final Lab lab;

    public Capture(final Lab lab) {
        this.lab = lab;
        lab.run("capture", "capture", "udp", "port", "4789");
    }

    /** The network identifiers seen so far. */
    public Set<Integer> vnis() {
        return found(VNI);
    }

    /** Those of IPv4 pings alone: machines send neighbour discovery of their own accord. */
    public Set<Integer> vnisOfPings() {
        return found(VNI_OF_PING);
    }

    private Set<Integer> found(final Pattern pattern) {
        return pattern.matcher(lab.run("log", "capture")).results().map(found -> Integer.valueOf(found.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        lab.run("kill", "capture", "INT");
    }
}
