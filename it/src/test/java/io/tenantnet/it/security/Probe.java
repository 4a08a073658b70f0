/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.security;

import io.tenantnet.it.lab.Lab;
import io.tenantnet.it.model.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What gets through, tried from inside the machines: {@code it/lab/probe.py} documents the verbs. */
public record Probe(Lab lab) {
    private static final String SCRIPT = Path.of("lab", "probe.py").toAbsolutePath().toString();

    private static List<String> words(final String verb, final Collection<String> rest) {
        final var words = new ArrayList<>(List.of("python3", SCRIPT, verb));
        words.addAll(rest);
        return words;
    }

    private void spawn(final String tag, final String namespace, final List<String> command) {
        final var words = new ArrayList<>(List.of("spawn", namespace, tag));
        words.addAll(command);
        lab.run(words.toArray(String[]::new));
    }

    /** Lets a machine answer, until {@link #end}. */
    public void serve(final Machine machine, final String... ports) {
        serve(machine.name(), ports);
    }

    /** Lets whoever is in a namespace answer, until {@link #end}. */
    public void serve(final String namespace, final String... ports) {
        spawn("serve-" + namespace, namespace, words("serve", List.of(ports)));
    }

    /** Tries all, and tells by what was tried whether it was answered. */
    public Map<String, Boolean> attempt(final Machine machine, final Collection<String> targets) {
        return attempt(machine.name(), targets);
    }

    /** Tries all from a namespace, and tells by what was tried whether it was answered. */
    public Map<String, Boolean> attempt(final String namespace, final Collection<String> targets) {
        final Map<String, Boolean> results = new HashMap<>();
        lab.exec(namespace, words("try", targets).toArray(String[]::new)).lines().map(line -> line.split(" "))
            .forEach(words -> results.put(words[0], "yes".equals(words[1])));
        return results;
    }

    public void hold(final String tag, final Machine machine, final String address, final int port) {
        spawn(tag, machine.name(), words("hold", List.of(address, Integer.toString(port))));
    }

    public void sniff(final String tag, final Machine machine) {
        spawn(tag, machine.name(), words("sniff", List.of()));
    }

    public void send(final Machine machine, final Collection<String> frames) {
        lab.exec(machine.name(), words("send", frames).toArray(String[]::new));
    }

    public List<String> log(final String tag) {
        return lab.run("log", tag).lines().toList();
    }

    public void end(final String tag) {
        lab.run("kill", tag, "TERM");
    }
}
