/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.outside;

import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.render.MetadataBits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whom there is to ask for, and when: the next routers for as long as the model names them, other machines for as long as
 * they answer. Time is counted in ticks. Not for several threads.
 */
final class NeighbourQuestions {
    /** Who answered is asked again after so many ticks; well below the time after which switches forget addresses. */
    private static final int FRESH = 30;
    /** So often in a row somebody does not answer before it counts. */
    private static final int PATIENCE = 3;
    /** Who does not answer is asked again after so many ticks. */
    private static final int SLOW = 5;
    /** Of how many machines beside the next routers addresses are kept. */
    private static final int MOST = 4096;

    private final Map<Place, Asked> asked = new HashMap<>();
    private final Map<Place, Question> others = new HashMap<>();
    private Map<Place, Question> nextHops = Map.of();

    boolean isEmpty() {
        return nextHops.isEmpty() && others.isEmpty();
    }

    boolean contains(final Place place) {
        return nextHops.containsKey(place) || others.containsKey(place);
    }

    /** Takes the next routers of the newest model, and leaves out other machines that are not needed in it. */
    void replace(final Map<Place, Question> newest, final Predicate<Question> isNeeded) {
        nextHops = newest;
        others.values().removeIf(question -> !isNeeded.test(question));
        forget();
    }

    /** A machine that answered before is asked for again in its turn. */
    void resume(final Question question) {
        if (!contains(question.place())) {
            others.put(question.place(), question);
        }
    }

    /** A machine is asked for now; false if it is asked for already, or if there are too many. */
    boolean begin(final Question question, final long now) {
        if (others.size() >= MOST || contains(question.place())) {
            return false;
        }
        others.put(question.place(), question);
        final var state = state(question.place());
        state.unanswered = 1;
        state.due = now + 1;
        return true;
    }

    /**
     * What is to be asked now, which counts as asked.
     *
     * @param now       the time
     * @param connected the hosts that can ask
     */
    List<Question> due(final long now, final Set<String> connected) {
        others.keySet().removeIf(this::isSilent);
        forget();
        final var due = new ArrayList<Question>();
        forEach(question -> {
            final var state = state(question.place());
            if (state.due <= now) {
                due.add(question);
                // Of a machine nothing is known while nobody can ask for it; the next routers are told to be silent.
                if (nextHops.containsKey(question.place()) || connected.contains(question.hostId())) {
                    state.unanswered++;
                }
                state.due = now + (state.unanswered > PATIENCE ? SLOW : 1);
            }
        });
        return due;
    }

    /** Somebody answered in the network of the metadata: whom of those that are asked for it is, if any. */
    Optional<Place> answered(final IpAddress address, final long metadata, final long now) {
        final var places = new ArrayList<Place>();
        forEach(question -> {
            if (question.target().equals(address) && MetadataBits.isOf(metadata, question.segment())) {
                places.add(question.place());
            }
        });
        places.forEach(place -> {
            final var state = state(place);
            state.unanswered = 0;
            state.due = now + FRESH;
        });
        return places.stream().findAny();
    }

    /** Who does not answer. */
    Set<Place> silent() {
        return asked.keySet().stream().filter(this::isSilent).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isSilent(final Place place) {
        final var state = asked.get(place);
        return state != null && state.unanswered > PATIENCE;
    }

    private void forEach(final Consumer<Question> use) {
        nextHops.values().forEach(use);
        others.forEach((place, question) -> {
            if (!nextHops.containsKey(place)) {
                use.accept(question);
            }
        });
    }

    private void forget() {
        asked.keySet().removeIf(place -> !contains(place));
    }

    private Asked state(final Place place) {
        return asked.computeIfAbsent(place, key -> new Asked());
    }

    /** How an address has been asked for. */
    private static final class Asked {
        private long due;
        private int unanswered;
    }
}
