/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.outside;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours;
import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.packet.Arrival;
import io.tenantnet.impl.packet.PacketHandler;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.packet.View;
import io.tenantnet.impl.resolve.Resolved;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks for the MAC addresses of the next routers outside, and of other machines there to which something is sent, again and
 * again, and tells the engine the answers. An answer is remembered over a restart and as long as there is no other, for a
 * router that does not answer for a while may still forward. May be called from any thread.
 */
public final class NeighbourKeeper implements EngineListener, PacketHandler {
    private static final Duration TICK = Duration.ofSeconds(1);
    /** The model is complete by then: what is known of before the start and not in it is not needed. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final NeighbourQuestions questions = new NeighbourQuestions();
    private final Consumer<Collection<PacketOut>> sender;
    private final Consumer<Neighbours> listener;
    private final NeighbourStore store;
    private final Tasks tasks;
    private final Executor serial;
    private Resolved resolved = Resolved.EMPTY;
    /** The hosts whose switches are connected. */
    private Set<String> connected = Set.of();
    /** Who answered before the start, and was not found in the model yet. */
    private final Set<Place> remembered = new HashSet<>();
    private Neighbours told;
    private boolean ticking;
    private long now;

    /**
     * A keeper that knows what is stored.
     *
     * @param sender   sends packets
     * @param listener hears of what is known
     * @param store    remembers it
     * @param tasks    where the work is done
     */
    public NeighbourKeeper(final Consumer<Collection<PacketOut>> sender, final Consumer<Neighbours> listener,
            final NeighbourStore store, final Tasks tasks) {
        this.sender = requireNonNull(sender);
        this.listener = requireNonNull(listener);
        this.store = requireNonNull(store);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
        told = new Neighbours(store.load(), Set.of());
        remembered.addAll(told.macs().keySet());
    }

    /** Tells what was known before the start; to be called before the first model. */
    public void start() {
        listener.accept(told);
        if (!remembered.isEmpty()) {
            tasks.after(REMEMBERED, () -> serial.execute(() -> {
                remembered.clear();
                tell();
            }));
        }
    }

    @Override
    public void changed(final Model model, final Resolved newest, final Map<String, SwitchReport> reports) {
        serial.execute(() -> {
            connected = reports.keySet();
            if (newest != resolved) {
                resolved = newest;
                questions.replace(Question.ofNextHops(newest), question -> question.isNeeded(newest));
                recall();
            }
            begin();
        });
    }

    /** Whom something was sent to before the start is asked for again, and known until it does not answer. */
    private void recall() {
        for (final var place : List.copyOf(remembered)) {
            Question.ofPlace(place, resolved).ifPresent(question -> {
                remembered.remove(place);
                questions.resume(question);
            });
        }
    }

    private void begin() {
        if (!ticking && !questions.isEmpty()) {
            ticking = true;
            tick();
        }
    }

    private void tick() {
        now++;
        sender.accept(questions.due(now, connected).stream().flatMap(question -> question.packet(resolved).stream())
            .toList());
        tell();
        if (questions.isEmpty()) {
            ticking = false;
        } else {
            tasks.after(TICK, () -> serial.execute(this::tick));
        }
    }

    @Override
    public List<PacketOut> received(final Arrival arrival, final View view) {
        final var packet = arrival.packet();
        ArpFrame.read(packet.frame()).filter(frame -> frame.operation() == ArpFrame.REPLY)
            .ifPresent(frame -> serial.execute(() -> answered(packet.metadata(), frame)));
        Question.ofPacket(packet, view.resolved()).ifPresent(question ->
            serial.execute(() -> ask(question)));
        return List.of();
    }

    private void ask(final Question question) {
        if (questions.begin(question, now)) {
            question.packet(resolved).ifPresent(packet -> sender.accept(List.of(packet)));
            begin();
        }
    }

    private void answered(final long metadata, final ArpFrame frame) {
        questions.answered(frame.sender(), metadata, now)
            .filter(place -> !told.mac(place.networkId(), place.address()).equals(Optional.of(frame.senderMac())))
            .ifPresent(place -> {
                store.put(place, frame.senderMac());
                final var macs = new HashMap<>(told.macs());
                macs.put(place, frame.senderMac());
                told = new Neighbours(macs, told.silent());
                listener.accept(told);
            });
        tell();
    }

    /** Forgets who is asked for no more, and tells who is silent. */
    private void tell() {
        final var macs = new HashMap<>(told.macs());
        macs.keySet().stream().filter(place -> !questions.contains(place) && !remembered.contains(place))
            .toList()
            .forEach(place -> {
                macs.remove(place);
                store.remove(place);
            });
        final var newest = new Neighbours(macs, questions.silent());
        if (!newest.equals(told)) {
            told = newest;
            listener.accept(newest);
        }
    }
}
