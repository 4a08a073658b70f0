/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import io.tenantnet.it.controller.Controller;
import io.tenantnet.it.controller.Rest;
import io.tenantnet.it.lab.FlowDump;
import io.tenantnet.it.lab.FlowWatch;
import io.tenantnet.it.lab.Host;
import io.tenantnet.it.lab.Lab;
import io.tenantnet.it.model.Machine;
import io.tenantnet.it.model.TenantModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One laboratory and one controller, which the test classes share: to start a controller takes most of a minute. */
public final class Bench implements AutoCloseable {
    public static final Duration SETTLE = Duration.ofSeconds(30);
    /** Longer than the 180 s after which the OVSDB library gives a connection up whose end was lost on the way. */
    private static final Duration SILENCE = Duration.ofSeconds(240);
    private static final Duration READ_AGAIN = Duration.ofSeconds(20);
    /** What the controller logs of a switch that it has read. */
    private static final String READ = "br-int holds";

    private final Lab lab;
    private final Controller controller;
    private final Rest rest;
    private final TenantModel model;
    private final Set<Integer> hosts = new TreeSet<>();
    private final Thread hook;

    Bench() {
        lab = new Lab(System.getProperty("tenantnet.lab", "it"));
        // JUnit does not close what it keeps when it is interrupted.
        hook = new Thread(lab::close);
        Runtime.getRuntime().addShutdownHook(hook);
        controller = new Controller(lab);
        controller.start();
        rest = controller.rest();
        model = new TenantModel(rest);
    }

    public Lab lab() {
        return lab;
    }

    public Controller controller() {
        return controller;
    }

    public Rest rest() {
        return rest;
    }

    public TenantModel model() {
        return model;
    }

    /** A host that is not connected yet. */
    public Host addHost(final int number) {
        final var host = lab.add(number);
        hosts.add(number);
        return host;
    }

    /** The hosts h1 to hN, connected. */
    public List<Host> addHosts(final int count) {
        final var added = new ArrayList<Host>();
        for (int number = 1; number <= count; number++) {
            added.add(addHost(number));
        }
        lab.setManagers();
        return List.copyOf(added);
    }

    public void removeHost(final Host host) {
        host.remove();
        hosts.removeIf(number -> lab.host(number).equals(host));
    }

    /** Until every one of these ports is ACTIVE and every switch holds what is wanted. */
    public void awaitInSync(final Collection<Machine> machines) {
        Await.none("in sync", SETTLE, () -> model.state().pending(machines, hosts.size()));
    }

    /** How often the controller has read a switch. */
    public long reads() {
        return controller.logged(READ);
    }

    /** Until the controller has read a switch once more than so often. */
    public void awaitReadAfter(final long reads, final Duration limit) {
        Await.none("read again", limit, () -> reads() > reads ? List.of() : List.of("not yet"));
    }

    /** What happens to the flows of a host whose switch opens another OpenFlow connection, until all is in sync again. */
    public List<String> changesByNewConnection(final Host host, final Collection<Machine> machines) {
        try (var watch = new FlowWatch(host)) {
            final long read = reads();
            host.reconnect();
            awaitReadAfter(read, READ_AGAIN);
            awaitInSync(machines);
            return watch.events();
        }
    }

    /** What happens to the flows of a host that loses both of its connections and comes back, until all is in sync again. */
    public List<String> changesByAbsence(final Host host, final Collection<Machine> machines) {
        try (var watch = new FlowWatch(host)) {
            host.delManager();
            // Without any controller Open vSwitch would forget all flows.
            host.vsctl("set-controller", "br-int", "tcp:127.0.0.1:9");
            Await.none("its loss", SETTLE, () -> model.state().pending(machines, hosts.size()).isEmpty()
                ? List.of("still connected") : List.of());
            host.setManager();
            awaitInSync(machines);
            return watch.events();
        }
    }

    public List<FlowDump> dumps() {
        return hosts.stream().map(number -> lab.host(number).flows()).toList();
    }

    /** Until the tables of all hosts are these again. */
    public Duration awaitDumps(final String what, final Duration limit, final List<FlowDump> wanted) {
        return Await.none(what, limit, () -> differences(wanted, dumps()));
    }

    public static List<String> differences(final List<FlowDump> before, final List<FlowDump> after) {
        final var differences = new ArrayList<String>();
        for (int index = 0; index < Math.max(before.size(), after.size()); index++) {
            differences.add(before.get(index).difference(after.get(index)));
        }
        differences.removeIf(String::isEmpty);
        return differences;
    }

    /** No host, machine, physical or tenant network is left, and the controller knows it. */
    public void clean() {
        model.clear();
        List.copyOf(hosts).forEach(number -> removeHost(lab.host(number)));
        lab.run("nophysical");
        Await.none("empty", SETTLE, () -> model.state().pending(List.of(), 0));
        Await.none("hosts' OVSDB connections", SILENCE, () -> model.state().connectedOverOvsdb());
    }

    @Override
    public void close() {
        controller.close();
        lab.close();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
