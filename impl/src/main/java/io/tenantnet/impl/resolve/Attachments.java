/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is attached to networks through hardware VTEPs.
 *
 * @param all      every VLAN of a port that is to be in a network and can be
 * @param wires    by network, what is behind VTEPs
 * @param problems by binding, connection, gateway or entry of service nodes: what of it has no effect, in words
 */
public record Attachments(List<Attachment> all, Map<UUID, Wire> wires, Map<UUID, String> problems) {
    /** Nothing. */
    public static final Attachments NONE = new Attachments(List.of(), Map.of(), Map.of());

    public Attachments {
        all = List.copyOf(all);
        wires = Map.copyOf(wires);
        problems = Map.copyOf(problems);
    }

    /** What is behind VTEPs of a network. */
    public Wire wire(final UUID networkId) {
        return wires.getOrDefault(networkId, Wire.NONE);
    }

    /** What a binding or connection came to. */
    public List<Attachment> of(final UUID origin) {
        return all.stream().filter(one -> one.origin().equals(origin)).toList();
    }
}
