/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import io.tenantnet.it.model.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A laboratory of real Open vSwitch hosts: a thin wrapper of {@code it/lab/lab}, which documents the verbs. */
public final class Lab implements AutoCloseable {
    /** Where the hosts reach the controller. */
    public static final String CONTROLLER = "10.99.0.254";

    private static final long LIMIT_SECONDS = 360;

    private final String name;
    private final Path script = Path.of("lab", "lab").toAbsolutePath();

    /** Takes down what an earlier run under the same name may have left behind. */
    public Lab(final String name) {
        this.name = name;
        if (!Files.isExecutable(script)) {
            throw new LabException("no " + script + ": the tests run in the folder it/");
        }
        down();
    }

    public String name() {
        return name;
    }

    /** The program that does it all, and that a person can call. */
    public Path script() {
        return script;
    }

    /** What a verb printed; never fails because of its exit status. */
    public record Result(int status, String output) { }

    public Result attempt(final String... words) {
        final var command = new ArrayList<String>(List.of(script.toString()));
        command.addAll(List.of(words));
        try {
            // A file, not a pipe: a background process of the verb would keep a pipe open.
            final var output = Files.createTempFile("tenantnet-lab", ".out");
            try {
                final var builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile()).redirectOutput(output.toFile());
                builder.environment().put("LAB", name);
                builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
                final var process = builder.start();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroy();
                    throw new LabException(String.join(" ", words) + " took longer than " + LIMIT_SECONDS + " s");
                }
                return new Result(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (final IOException e) {
            throw new LabException("cannot run " + String.join(" ", command), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted in " + String.join(" ", words), e);
        }
    }

    /** Runs a verb and returns what it printed. */
    public String run(final String... words) {
        final var result = attempt(words);
        if (result.status() != 0) {
            throw new LabException("lab " + String.join(" ", words) + ": exit status " + result.status() + "\n"
                + result.output());
        }
        return result.output();
    }

    /** The hosts h1 to hN, raised where they are not up. */
    public List<Host> up(final int hosts) {
        run("up", Integer.toString(hosts));
        return IntStream.rangeClosed(1, hosts).mapToObj(this::host).toList();
    }

    public Host host(final int number) {
        return new Host(this, "h" + number);
    }

    /** One more host, or one that was removed, with an empty database. */
    public Host add(final int number) {
        run("add", "h" + number);
        return host(number);
    }

    /** Sets the manager of all hosts to the controller. */
    public void setManagers() {
        run("manager", "all");
    }

    /** Plugs a machine into br-int of a host. */
    public void plug(final Machine machine, final Host host) {
        final var words = new ArrayList<>(
            List.of("vm", host.name(), machine.name(), machine.mac(), machine.ip() + "/24"));
        machine.ifaceId().ifPresent(id -> words.addAll(List.of("--id", id)));
        machine.interfaceName().ifPresent(port -> words.addAll(List.of("--if", port)));
        run(words.toArray(String[]::new));
    }

    /** Plugs a machine that sends frames with VLAN tags too. */
    public void plugTrunk(final Machine machine, final Host host) {
        run("vm", host.name(), machine.name(), machine.mac(), machine.ip() + "/24", "--id",
            machine.ifaceId().orElseThrow(), "--trunk", "yes");
    }

    /** A part of such a machine, whose frames have a VLAN tag. */
    public void plugPart(final Machine part, final Machine machine, final int vlan) {
        run("subvm", machine.name(), part.name(), part.mac(), part.ip() + "/24", Integer.toString(vlan));
    }

    public void unplug(final Machine machine) {
        run("novm", machine.name());
    }

    /** Moves a machine; for so many seconds both hosts have its interface. */
    public void move(final Machine machine, final Host host, final double overlapSeconds) {
        run("move", machine.name(), host.name(), Double.toString(overlapSeconds));
    }

    /** Runs a command in a namespace. */
    public String exec(final String namespace, final String... command) {
        final var words = new ArrayList<>(List.of("exec", namespace));
        words.addAll(List.of(command));
        return run(words.toArray(String[]::new));
    }

    /** Every machine pings every other. */
    public PingMatrix matrix(final List<Machine> machines) {
        final var words = new ArrayList<>(List.of("matrix"));
        machines.forEach(machine -> words.add(machine.name()));
        return PingMatrix.parse(machines, run(words.toArray(String[]::new)));
    }

    public Pings ping(final Machine from, final Machine to) {
        return Pings.parse(run("ping", from.name(), to.name()));
    }

    /** Ends everything; namespaces and processes are gone. */
    public void down() {
        run("down");
    }

    @Override
    public void close() {
        down();
    }
}
