/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who was there before the start and is expected back: hosts, and other things under names of their own. Remembers for
 * the next start who is there. Not for several threads.
 */
final class ExpectedHosts {
    private static final String OTHER = "other than a host: ";

    private final KnownHosts known;
    private final Set<String> expected;
    private final Set<String> others = new HashSet<>();

    ExpectedHosts(final KnownHosts known) {
        this.known = requireNonNull(known);
        expected = new HashSet<>(known.load());
    }

    /** Whether nobody is expected any more. */
    boolean isEmpty() {
        return expected.isEmpty();
    }

    /** How many are expected. */
    int size() {
        return expected.size();
    }

    /** The hosts that are expected, without what is no host. */
    Set<String> hosts() {
        return expected.stream().filter(id -> !id.startsWith(OTHER)).collect(Collectors.toUnmodifiableSet());
    }

    /** A host that is there is to be expected at the next start. */
    void remember(final String hostId) {
        known.add(hostId);
    }

    /** A host is back; true if it was expected. */
    boolean isBack(final String hostId) {
        return expected.remove(hostId);
    }

    /** A host is gone for good; true if it was expected. */
    boolean forget(final String hostId) {
        known.remove(hostId);
        return expected.remove(hostId);
    }

    /** Something that is no host is there; true if it was expected. */
    boolean otherArrived(final String name) {
        others.add(OTHER + name);
        known.add(OTHER + name);
        return expected.remove(OTHER + name);
    }

    /** Such a thing is gone for good; true if it was expected. */
    boolean otherLeft(final String name) {
        others.remove(OTHER + name);
        return forget(OTHER + name);
    }

    /** Expects nobody any more. */
    Set<String> giveUp() {
        final var lost = Set.copyOf(expected);
        expected.clear();
        return lost;
    }

    /** Forgets those who have not come back after all. */
    void forgetLost(final Set<String> lost, final Predicate<String> isHost) {
        lost.stream().filter(id -> !isHost.test(id) && !others.contains(id)).forEach(known::remove);
    }
}
