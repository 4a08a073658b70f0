/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A host of the laboratory with its own Open vSwitch. */
public record Host(Lab lab, String name) {
    private static final Pattern TUNNEL = Pattern.compile("(?m)^\"*([^,\"]+)\"*,.*remote_ip=\"*([^},\"]+)");

    /** The name that this host's tunnel address has in the laboratory's plan. */
    public String tunnelAddress() {
        return "10.99.0." + name.substring(1);
    }

    /** What its Open vSwitch gives as external_ids:system-id. */
    public String systemId() {
        return "99000000-0000-4000-8000-%012d".formatted(Integer.parseInt(name.substring(1)));
    }

    public void setManager() {
        lab.run("manager", name);
    }

    public void delManager() {
        lab.run("manager", name, "del");
    }

    /** Makes br-int as an operator might have before TenantNet came. */
    public void makeBridge() {
        lab.run("bridge", name);
    }

    /** The host goes for good, with its machines. */
    public void remove() {
        lab.run("remove", name);
    }

    public void restartSwitch() {
        lab.run("restart", name, "vswitchd");
    }

    public String vsctl(final String... words) {
        final var command = new String[words.length + 2];
        command[0] = "ovs-vsctl";
        command[1] = "--timeout=30";
        System.arraycopy(words, 0, command, 2, words.length);
        return lab.exec(name, command);
    }

    /** The ports of br-int; none while there is no br-int. */
    public List<String> ports() {
        return vsctl("--if-exists", "get", "bridge", "br-int", "name").isBlank() ? List.of()
            : vsctl("list-ports", "br-int").lines().toList();
    }

    /** Whether its switch has an OpenFlow connection now; what the database says of that is up to 5 s old. */
    public boolean isControlled() {
        return !lab.exec(name, "ss", "-Htn", "state", "established", "dport", "=", ":6653").isBlank();
    }

    public Clock clock() {
        return new Clock(lab, name);
    }

    /** Its switch ends its OpenFlow connection and opens another at once. */
    public void reconnect() {
        lab.exec(name, "ovs-appctl", "bridge/reconnect", "br-int");
    }

    /** Its OVSDB and OpenFlow connections to the controller: one that was opened anew is another. */
    public List<String> connections() {
        return lab.exec(name, "ss", "-Htn", "state", "established", "( dport = :6640 or dport = :6653 )").lines()
            .map(line -> line.replaceFirst("\\S+ +\\S+ +", "").strip()).sorted().toList();
    }

    public FlowDump flows() {
        final var tunnels = new TreeMap<String, String>();
        final var ports = vsctl("--format=csv", "--no-headings", "--columns=name,options", "find", "interface",
            "type=vxlan");
        TUNNEL.matcher(ports).results()
            .forEach(found -> tunnels.put(found.group(1), "tunnel-to-" + found.group(2)));
        return FlowDump.parse(name, lab.run("flows", name), tunnels);
    }
}
