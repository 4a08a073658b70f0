/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.lab;

import io.tenantnet.it.model.Machine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The pings of every ordered pair of machines. */
public record PingMatrix(Map<String, Machine> machines, List<Pings> pairs) {
    static PingMatrix parse(final List<Machine> machines, final String lines) {
        final var pairs = lines.lines().map(Pings::parse).toList();
        final int expected = machines.size() * (machines.size() - 1);
        if (pairs.size() != expected) {
            throw new LabException("a matrix of " + expected + " pairs has " + pairs.size() + ":\n" + lines);
        }
        return new PingMatrix(machines.stream().collect(Collectors.toMap(Machine::name, Function.identity())), pairs);
    }

    /** What is wrong: pairs of one network that lost a ping, and pairs of two networks where one arrived. */
    public List<Pings> faults() {
        return faults(Pings::allAnswered);
    }

    /** The same, where the first ping of a pair may be lost. */
    public List<Pings> faultsAfterFirst() {
        return faults(Pings::allButFirstAnswered);
    }

    private List<Pings> faults(final Predicate<Pings> answered) {
        return pairs.stream().filter(pair -> sameNetwork(pair) ? !answered.test(pair) : !pair.noneAnswered()).toList();
    }

    private boolean sameNetwork(final Pings pair) {
        return machines.get(pair.from()).network().equals(machines.get(pair.to()).network());
    }
}
