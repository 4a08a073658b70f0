/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import io.tenantnet.it.model.Machine;
import java.util.ArrayList;
import java.util.List;

/** A hardware VTEP of the laboratory: Open vSwitch's emulator, with ports p1, p2 and so on. */
public record Vtep(Lab lab, String name) {
    /** Raises one that has no manager yet. */
    public static Vtep raise(final Lab lab, final String name) {
        lab.run("vtep", name);
        return new Vtep(lab, name);
    }

    public void setManager() {
        lab.run("vtep-manager", name);
    }

    public void delManager() {
        lab.run("vtep-manager", name, "del");
    }

    /** Restarts a part: emulator, ovsdb or all. */
    public void restart(final String part) {
        lab.run("vtep-restart", name, part);
    }

    public void remove() {
        lab.run("vtep-remove", name);
    }

    /** A machine behind a port, in a VLAN; 0 for untagged frames. */
    public void plug(final Machine machine, final String port, final int vlan) {
        lab.run("bm", name, port, machine.name(), machine.mac(), machine.ip() + "/24", Integer.toString(vlan));
    }

    /** A machine comes to a port, from another or from another switch. */
    public void moveHere(final Machine machine, final String port) {
        lab.run("bm-move", machine.name(), name, port);
    }

    public void unplug(final Machine machine) {
        lab.run("nobm", machine.name());
    }

    public String ctl(final String... words) {
        final var command = new ArrayList<>(List.of("vtep-ctl", name));
        command.addAll(List.of(words));
        return lab.run(command.toArray(String[]::new));
    }

    /** Logical switches, bindings and remote addresses, sorted. */
    public List<String> rows() {
        final var result = lab.attempt("vtep-rows", name);
        // A row may go while it is being looked at.
        return result.status() == 0 ? result.output().lines().toList() : List.of("changing: " + result.output());
    }
}
