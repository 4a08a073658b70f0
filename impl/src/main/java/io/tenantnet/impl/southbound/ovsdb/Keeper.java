/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one aspect of a host as its planner wants it, one transaction at a time. A transaction that fails, or whose
 * effect is gone again at once, is repeated with growing pauses; other needs are met without delay. Used in the loop.
 */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** From so many undone transactions on it is no accident: somebody else keeps changing it. */
    private static final int QUARREL = 3;
    /** How long a transaction's effect must last for the next loss of it to be a new matter, in milliseconds. */
    private static final long LASTING_MILLIS = 60_000;

    private final String host;
    private final Planner planner;
    private final Transactor transactor;
    private final Loop loop;
    private final Runnable problemChanged;
    private final Backoff backoff = new Backoff();
    private final Set<String> noticed = new HashSet<>();
    /** The summaries of what was done lately: they tell a repetition even where row UUIDs differ. */
    private final Set<String> recent = new HashSet<>();

    private Rows rows = Rows.EMPTY;
    private Optional<String> obstacle = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Future<?> pause;
    private Future<?> calm;
    private boolean busy;
    private boolean closed;

    /**
     * Makes a keeper that does nothing until it is shown rows.
     *
     * @param host           what to call the host in the log
     * @param problemChanged run when {@link #problem()} came to say something else other than by {@link #look(Rows)}
     */
    Keeper(final String host, final Planner planner, final Transactor transactor, final Loop loop,
            final Runnable problemChanged) {
        this.host = requireNonNull(host);
        this.planner = requireNonNull(planner);
        this.transactor = requireNonNull(transactor);
        this.loop = requireNonNull(loop);
        this.problemChanged = requireNonNull(problemChanged);
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
        plan.notices().stream().filter(noticed::add).forEach(notice -> LOG.info("Host {}: {}", host, notice));
        if (plan.operations().isEmpty()) {
            failure = Optional.empty();
            endPause();
        } else if (!recent.contains(plan.summary())) {
            endPause();
            commit(plan);
        } else if (pause == null) {
            pause = loop.after(backoff.next(), this::resume);
            if (problem().isEmpty() && backoff.attempts() >= QUARREL) {
                failure = Optional.of("something undoes what TenantNet does again and again: " + plan.summary());
                if (backoff.attempts() == QUARREL) {
                    LOG.warn("Host {}: {}", host, failure.orElseThrow());
                }
            }
        }
    }

    private void endPause() {
        cancel(pause);
        pause = null;
    }

    private void resume() {
        pause = null;
        final var plan = planner.plan(rows);
        if (!plan.operations().isEmpty()) {
            commit(plan);
        }
    }

    private void commit(final Plan plan) {
        if (busy || closed) {
            return;
        }
        busy = true;
        recent.add(plan.summary());
        cancel(calm);
        transactor.commit(plan.operations()).whenComplete((done, cause) -> loop.post(() -> finished(plan, cause)));
    }

    private void finished(final Plan plan, final Throwable cause) {
        busy = false;
        if (closed) {
            return;
        }
        final var before = problem();
        if (cause == null) {
            LOG.info("Host {}: {} done", host, plan.summary());
            failure = Optional.empty();
            calm = loop.after(LASTING_MILLIS, this::forget);
        } else {
            final var reason = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause()
                : cause;
            final var text = Optional.of(plan.summary() + " failed: " + reason.getMessage());
            if (!text.equals(failure)) {
                LOG.warn("Host {}: {}; it is tried again", host, text.orElseThrow());
            }
            failure = text;
        }
        act();
        if (!before.equals(problem())) {
            problemChanged.run();
        }
    }

    private void forget() {
        recent.clear();
        backoff.reset();
    }

    private static void cancel(final Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    @Override
    public void close() {
        closed = true;
        cancel(pause);
        cancel(calm);
    }
}
