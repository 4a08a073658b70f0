/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one aspect of a host as its planner wants it, one transaction at a time. A transaction that fails, or that is
 * needed again soon after it succeeded, is repeated with growing pauses; other needs are met without delay. Used in the
 * loop.
 */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** From so many repetitions on it is no accident: somebody else keeps changing it. */
    private static final int QUARREL = 4;

    private final String name;
    private final Planner planner;
    private final Transactor transactor;
    private final Loop loop;
    private final Runnable problemChanged;
    private final Pace pace;
    private final Set<String> noticed = new HashSet<>();

    private Rows rows = Rows.EMPTY;
    private Optional<String> obstacle = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Future<?> pause;
    private boolean busy;
    private boolean closed;

    /**
     * Makes a keeper that does nothing until it is shown rows.
     *
     * @param name           what to call the host or switch in the log
     * @param problemChanged run when {@link #problem()} came to say something else other than by {@link #look(Rows)}
     */
    Keeper(final String name, final Planner planner, final Transactor transactor, final Loop loop,
            final Runnable problemChanged) {
        this.name = requireNonNull(name);
        this.planner = requireNonNull(planner);
        this.transactor = requireNonNull(transactor);
        this.loop = requireNonNull(loop);
        this.problemChanged = requireNonNull(problemChanged);
        pace = new Pace(loop);
    }

    /** Takes note of how the host is now, and acts if that is not as it should be. */
    void look(final Rows now) {
        rows = now;
        act();
    }

    /** Why the host is not as it should be, if it is not and that will not change by itself at once. */
    Optional<String> problem() {
        return obstacle.or(() -> failure);
    }

    private void act() {
        if (busy || closed) {
            return;
        }
        final var plan = planner.plan(rows);
        obstacle = plan.problem();
        plan.notices().stream().filter(noticed::add).forEach(notice -> LOG.info("{}: {}", name, notice));
        if (plan.operations().isEmpty()) {
            failure = Optional.empty();
            endPause();
        } else if (pace.isNew(plan.summary())) {
            // The summary stands for the plan: it tells a repetition even where row UUIDs differ.
            endPause();
            commit(plan);
        } else if (pause == null) {
            pause = loop.after(failure.isPresent() ? pace.afterFailure() : afterRepetition(plan), this::resume);
        }
    }

    private long afterRepetition(final Plan plan) {
        final long millis = pace.afterRepetition();
        if (pace.repetitions() == QUARREL && problem().isEmpty()) {
            LOG.warn("{}: something undoes what TenantNet does again and again: {}", name, plan.summary());
        }
        return millis;
    }

    private void resume() {
        pause = null;
        final var plan = planner.plan(rows);
        if (!plan.operations().isEmpty()) {
            commit(plan);
        }
    }

    private void commit(final Plan plan) {
        if (!busy && !closed) {
            busy = true;
            pace.began(plan.summary());
            transactor.commit(plan.operations()).whenComplete((done, cause) -> loop.post(() -> finished(plan, cause)));
        }
    }

    private void finished(final Plan plan, final Throwable cause) {
        busy = false;
        if (closed) {
            return;
        }
        final var before = problem();
        if (cause == null) {
            LOG.info("{}: {} done", name, plan.summary());
            failure = Optional.empty();
            pace.succeeded();
        } else {
            final var text = Optional.of(plan.summary() + " failed: " + cause.getMessage());
            if (!text.equals(failure)) {
                LOG.warn("{}: {}; it is tried again", name, text.orElseThrow());
            }
            failure = text;
        }
        act();
        if (!before.equals(problem())) {
            problemChanged.run();
        }
    }

    private void endPause() {
        if (pause != null) {
            pause.cancel(false);
            pause = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        endPause();
        pace.close();
    }
}
