/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.FlowKey;
import io.tenantnet.impl.flow.Meter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A switch that treats flows as Open vSwitch does: a flow replaces one with the same key, a removal spares a flow with
 * another cookie, a flow that names a meter needs it and goes with it. Over a connection it answers requests in their order, when the test lets it.
 */
final class VirtualSwitch {
    final Map<FlowKey, Flow> table = new HashMap<>();
    final Map<Integer, Meter> meters = new HashMap<>();
    /** Says which changes the switch does not take. */
    Predicate<SwitchChange> refuses = change -> false;

    Line connect() {
        return new Line();
    }

    void hold(final Flow flow) {
        table.put(flow.key(), flow);
    }

    void restart() {
        table.clear();
        meters.clear();
    }

    private SwitchContent content() {
        return new SwitchContent(table.values().stream()
            .map(flow -> new FoundFlow(flow.stamp(), Objects.hash(flow.key(), flow.instructions()))).toList(),
            meters.values().stream().collect(Collectors.toMap(Meter::id, Optional::of)));
    }

    private Optional<String> take(final SwitchChange change) {
        if (change instanceof SwitchChange.PutMeter put) {
            // Two requests, of which the second may be refused.
            removeMeter(put.meter().id());
        }
        if (refuses.test(change)) {
            return Optional.of("table full");
        }
        if (change instanceof SwitchChange.Put put
                && put.flow().instructions().meter().filter(meter -> !meters.containsKey(meter.id())).isPresent()) {
            return Optional.of("no such meter");
        }
        apply(change);
        return Optional.empty();
    }

    private void apply(final SwitchChange change) {
        if (change instanceof SwitchChange.Put put) {
            table.put(put.flow().key(), put.flow());
        } else if (change instanceof SwitchChange.PutMeter put) {
            meters.put(put.meter().id(), put.meter());
        } else if (change instanceof SwitchChange.RemoveMeter remove) {
            removeMeter(remove.id());
        } else if (change instanceof SwitchChange.Remove remove) {
            final var there = table.get(remove.flow().key());
            if (there != null && there.cookie() == remove.flow().cookie()) {
                table.remove(there.key());
            }
        } else if (change instanceof SwitchChange.RemoveStray stray) {
            table.values().removeIf(flow -> flow.cookie() == stray.flow().cookie()
                && flow.key().table() == stray.flow().table());
        }
    }

    private void removeMeter(final int id) {
        meters.remove(id);
        table.values().removeIf(flow -> flow.instructions().meter().filter(meter -> meter.id() == id).isPresent());
    }

    /** A connection. */
    final class Line implements SwitchChannel {
        /** The batches that came, in their order. */
        final List<List<SwitchChange>> batches = new ArrayList<>();
        private final Deque<Request> requests = new ArrayDeque<>();
        private int reads;
        private boolean lost;

        /** What was asked: a batch, or a read where there are no changes. */
        private record Request(List<SwitchChange> changes, CompletableFuture<SwitchContent> read,
                CompletableFuture<List<Refusal>> confirmed) {
            void fail() {
                final var failure = new IOException("connection lost");
                read.completeExceptionally(failure);
                confirmed.completeExceptionally(failure);
            }
        }

        @Override
        public CompletableFuture<SwitchContent> read() {
            reads++;
            return take(List.of()).read();
        }

        @Override
        public CompletableFuture<Long> countFlows() {
            return take(List.of()).read().thenApply(content -> (long) content.flows().size());
        }

        @Override
        public CompletableFuture<List<Refusal>> apply(final List<SwitchChange> changes) {
            batches.add(List.copyOf(changes));
            return take(List.copyOf(changes)).confirmed();
        }

        private Request take(final List<SwitchChange> changes) {
            final var request = new Request(changes, new CompletableFuture<>(), new CompletableFuture<>());
            if (lost) {
                request.fail();
            } else {
                requests.add(request);
            }
            return request;
        }

        int reads() {
            return reads;
        }

        boolean isAsked() {
            return !requests.isEmpty();
        }

        /** Answers the oldest request, if there is one. */
        void answer() {
            if (!requests.isEmpty()) {
                final var request = requests.remove();
                final List<Refusal> refusals = new ArrayList<>();
                for (final var change : request.changes()) {
                    VirtualSwitch.this.take(change).ifPresent(why -> refusals.add(new Refusal(change, why)));
                }
                request.read().complete(content());
                request.confirmed().complete(refusals);
            }
        }

        /** Takes some changes of the oldest request, then fails it. */
        void fail(final int taken) {
            if (!requests.isEmpty()) {
                final var request = requests.remove();
                request.changes().stream().limit(taken).forEach(VirtualSwitch.this::take);
                request.fail();
            }
        }

        /** Takes some changes of the oldest request; then the connection is gone. */
        void lose(final int taken) {
            lost = true;
            fail(taken);
            requests.forEach(Request::fail);
            requests.clear();
        }
    }
}
