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

    private final Lab lab;

    public Capture(final Lab lab) {
        this.lab = lab;
        lab.run("capture", "capture", "udp", "port", "4789");
    }

    /** The network identifiers seen so far. */
    public Set<Integer> vnis() {
        return VNI.matcher(lab.run("log", "capture")).results().map(found -> Integer.valueOf(found.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        lab.run("kill", "capture", "INT");
    }
}
