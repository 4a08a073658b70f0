/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.dhcp;

import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Lab;
import io.tenantnet.it.model.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** DHCP clients and servers inside machines of the laboratory. */
record Clients(Lab lab) {
    private static final String EVENTS = Path.of("lab", "udhcpc.script").toAbsolutePath().toString();
    private static final String CLIENT = Path.of("lab", "dhcp.py").toAbsolutePath().toString();

    /** Plugs a machine that has no address yet. */
    void plug(final Machine machine, final Host host) {
        lab.run("vm", host.name(), machine.name(), machine.mac(), "none", "--id", machine.ifaceId().orElseThrow());
    }

    private static List<String> udhcpc(final String... words) {
        final var command = new ArrayList<>(List.of("udhcpc", "-i", "eth0", "-f", "-s", EVENTS, "-p", "/dev/null"));
        command.addAll(List.of(words));
        return command;
    }

    /** A client that goes on until {@link #end}; returns when it has a lease. */
    void start(final Machine machine, final String... words) {
        final var command = new ArrayList<>(List.of("spawn", machine.name(), tag(machine)));
        command.addAll(udhcpc(words));
        lab.run(command.toArray(String[]::new));
        awaitEvent(machine, "bound", 1);
    }

    /** Until the client has told of so many events of a kind; returns the last of them. */
    TreeMap<String, String> awaitEvent(final Machine machine, final String kind, final int count) {
        Await.none(kind, Bench.SETTLE, () -> events(machine, kind).size() >= count ? List.of() : log(machine));
        return fields(events(machine, kind).get(count - 1));
    }

    List<String> log(final Machine machine) {
        return lab.run("log", tag(machine)).lines().toList();
    }

    List<String> events(final Machine machine, final String kind) {
        return log(machine).stream().filter(line -> line.startsWith("event " + kind)).toList();
    }

    private static TreeMap<String, String> fields(final String event) {
        final var fields = new TreeMap<String, String>();
        for (final var word : event.replaceAll(" ([a-z_]+=)", "\n$1").split("\n")) {
            final int sign = word.indexOf('=');
            if (sign > 0) {
                fields.put(word.substring(0, sign), word.substring(sign + 1));
            }
        }
        return fields;
    }

    void signal(final Machine machine, final String signal) {
        lab.run("exec", machine.name(), "sh", "-c", "kill -" + signal + " $(pgrep -x udhcpc --ns $$ --nslist net)");
    }

    void end(final Machine machine) {
        lab.run("kill", tag(machine), "TERM");
    }

    private static String tag(final Machine machine) {
        return "udhcpc-" + machine.name();
    }

    /** Asks for a lease once, a few times; what the client told, which is nothing of an address if there is none. */
    List<String> once(final Machine machine) {
        final var command = new ArrayList<>(List.of("exec", machine.name()));
        command.addAll(udhcpc("-n", "-q", "-t", "3", "-T", "1"));
        return lab.attempt(command.toArray(String[]::new)).output().lines()
            .filter(line -> line.startsWith("event bound")).toList();
    }

    /** Sends one message, as {@code dhcp.py} has it; its answers. */
    List<String> ask(final Machine machine, final String... words) {
        final var command = new ArrayList<>(List.of("python3", CLIENT, "ask"));
        command.addAll(List.of(words));
        return lab.exec(machine.name(), command.toArray(String[]::new)).lines().toList();
    }

    /** Discovers, so many a second, for a time. */
    void flood(final Machine machine, final int rate, final Duration time) {
        lab.run("spawn", machine.name(), "flood", "python3", CLIENT, "flood", Integer.toString(rate),
            Long.toString(time.toSeconds()));
    }

    /** What the flood counted, once it is over. */
    String floodCounts() {
        Await.none("flood", Bench.SETTLE, () -> lab.run("log", "flood").contains("sent=") ? List.of() : List.of("?"));
        return lab.run("log", "flood").strip();
    }

    /** A DHCP server of the machine's own, which gives the addresses up to .240, until {@link #endServer}. */
    void serve(final Machine machine, final String first) {
        lab.run("spawn", machine.name(), "dnsmasq-" + machine.name(), "dnsmasq", "--no-daemon", "--port=0",
            "--interface=eth0", "--bind-interfaces", "--dhcp-range=" + first + ",10.0.0.240,255.255.255.0,1h",
            "--dhcp-leasefile=/dev/null", "--dhcp-authoritative", "--conf-file=/dev/null", "--user=root",
            "--no-ping", "--pid-file");
        Await.none("dnsmasq", Bench.SETTLE, () -> lab.run("log", "dnsmasq-" + machine.name()).contains("DHCP, IP range")
            ? List.of() : List.of(lab.run("log", "dnsmasq-" + machine.name())));
    }

    void endServer(final Machine machine) {
        lab.run("kill", "dnsmasq-" + machine.name(), "TERM");
    }
}
