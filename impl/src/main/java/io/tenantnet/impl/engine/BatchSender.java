/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to a switch what its flows lack, one batch at a time, and what the switch refuses again and again, ever less often. To
 * be used by the tasks of the flows.
 */
final class BatchSender {
    private static final Logger LOG = LoggerFactory.getLogger(BatchSender.class);
    /** The wait grows from the first to the second: who refuses once may have had no room, who goes on cannot do it. */
    private static final Duration RETRY_REFUSED = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY_REFUSED = Duration.ofMinutes(1);

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final HostFlows flows;
    private final SwitchChannel channel;
    private final Tasks tasks;
    private final Runnable confirmed;
    private final Consumer<String> failed;

    private Duration nextRetry = RETRY_REFUSED;
    private boolean busy;
    private boolean retrying;
    private boolean closed;

    /**
     * A sender that has sent nothing.
     *
     * @param flows     the flows
     * @param channel   the connection
     * @param tasks     for what is to be done later
     * @param confirmed run when there may be more to send
     * @param failed    is told in words why it is not known what became of a batch
     */
    BatchSender(final HostFlows flows, final SwitchChannel channel, final Tasks tasks, final Runnable confirmed,
            final Consumer<String> failed) {
        this.flows = requireNonNull(flows);
        this.channel = requireNonNull(channel);
        this.tasks = requireNonNull(tasks);
        this.confirmed = requireNonNull(confirmed);
        this.failed = requireNonNull(failed);
    }

    /** Whether a batch is under way. */
    boolean isBusy() {
        return busy;
    }

    /**
     * Sends changes; none must be under way.
     *
     * @param changes what the flows lack
     */
    void send(final List<SwitchChange> changes) {
        busy = true;
        SwitchWorker.attempt(() -> channel.apply(changes)).whenCompleteAsync((refusals, failure) -> {
            busy = false;
            if (closed) {
                ended.complete(null);
            } else if (failure != null) {
                LOG.info("Host {}: {} changes were not confirmed: {}", flows.hostId(), changes.size(),
                    failure.getMessage());
                failed.accept(failure.getMessage());
            } else {
                confirm(changes, refusals);
            }
        }, flows.serial());
    }

    private void confirm(final List<SwitchChange> changes, final List<Refusal> refusals) {
        flows.tracker().confirm(changes, refusals);
        if (!refusals.isEmpty()) {
            LOG.warn("Host {}: br-int refused {} of {} changes, the first: {}: {}", flows.hostId(), refusals.size(),
                changes.size(), refusals.get(0).change(), refusals.get(0).reason());
            retryLater();
        }
        if (flows.tracker().refused().isEmpty()) {
            nextRetry = RETRY_REFUSED;
        }
        confirmed.run();
    }

    private void retryLater() {
        if (!retrying) {
            retrying = true;
            tasks.after(nextRetry, () -> flows.serial().execute(this::retry));
        }
    }

    private void retry() {
        if (!closed) {
            retrying = false;
            final var doubled = nextRetry.multipliedBy(2);
            nextRetry = doubled.compareTo(LONGEST_RETRY_REFUSED) < 0 ? doubled : LONGEST_RETRY_REFUSED;
            flows.tracker().retryRefused();
            confirmed.run();
        }
    }

    /** Sends nothing more. */
    void close() {
        closed = true;
        if (!busy) {
            ended.complete(null);
        }
    }

    /** Completes after the end, when nothing can reach the switch any more; may be asked for by any thread. */
    CompletableFuture<Void> ended() {
        return ended;
    }
}
