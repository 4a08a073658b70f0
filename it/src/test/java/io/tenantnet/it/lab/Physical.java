/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.List;

/** The physical network of the laboratory: a switch with VLANs, and machines at it that no controller knows. */
public record Physical(Lab lab) {
    /** A cable from the switch to a new interface of a host, which is put into a bridge. */
    public void join(final Host host, final String interfaceName, final String bridge) {
        lab.run("physical", host.name(), interfaceName, bridge);
    }

    /** A cable from the switch to a new interface of a host. */
    public void join(final Host host, final String interfaceName) {
        lab.run("physical", host.name(), interfaceName);
    }

    /** A machine in a VLAN, or in none where that is 0. */
    public void machine(final String name, final String mac, final String ip, final int vlan) {
        lab.run("outside", name, mac, ip + "/24", vlan == 0 ? "" : Integer.toString(vlan));
    }

    /** Where the switch has seen a MAC address last: the names of its ports, by VLAN. */
    public List<String> portsOf(final String mac) {
        return lab.exec("phys", "ovs-appctl", "fdb/show", "sw0").lines().filter(line -> line.contains(mac)).toList();
    }

    /** Notes what passes on the cable of a host. */
    public Watch watch(final Host host, final String interfaceName) {
        final var tag = "wire-" + host.name() + interfaceName;
        lab.run("spawn", "phys", tag, "tcpdump", "-lnnei", host.name() + "-" + interfaceName);
        return new Watch(lab, tag);
    }

    /** The frames seen on a cable. */
    public record Watch(Lab lab, String tag) implements AutoCloseable {
        /** Those whose description matches a regular expression. */
        public List<String> frames(final String pattern) {
            return lab.run("log", tag).lines().filter(line -> line.matches(".*(" + pattern + ").*")).toList();
        }

        @Override
        public void close() {
            lab.run("kill", tag, "INT");
        }
    }
}
