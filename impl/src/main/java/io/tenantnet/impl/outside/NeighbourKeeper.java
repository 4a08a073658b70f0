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
import io.tenantnet.impl.render.MetadataBits;
import io.tenantnet.impl.resolve.Resolved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks for the MAC addresses of the next routers outside, and of other machines there to which something is sent, again and
 * again, and tells the engine the answers. An answer is
 * remembered over a restart and as long as there is no other, for a router that does not answer for a while may still
 * forward. May be called from any thread.
 */
public final class NeighbourKeeper implements EngineListener, PacketHandler {
    private static final Duration TICK = Duration.ofSeconds(1);
    /** Who answered is asked again after so many ticks; well below the time after which switches forget addresses. */
    private static final int FRESH = 30;
    /** So often in a row somebody does not answer before it counts. */
    private static final int PATIENCE = 3;
    /** Who does not answer is asked again after so many ticks. */
    private static final int SLOW = 5;
    /** The model is complete by then: what is known of before the start and not in it is not needed. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /** Of how many machines beside the next routers addresses are kept. */
    private static final int MOST = 4096;

    private final Map<Place, Asked> asked = new HashMap<>();
    private final Consumer<Collection<PacketOut>> sender;
    private final Consumer<Neighbours> listener;
    private final NeighbourStore store;
    private final Tasks tasks;
    private final Executor serial;
    private Resolved resolved = Resolved.EMPTY;
    /** The hosts whose switches are connected. */
    private Set<String> connected = Set.of();
    private Map<Place, Question> nextHops = Map.of();
    /** Machines of external networks to which something was sent; asked for as long as they answer. */
    private final Map<Place, Question> others = new HashMap<>();
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
                nextHops = Question.ofNextHops(newest);
                recall();
                others.values().removeIf(question -> !question.isNeeded(newest));
                asked.keySet().retainAll(questions().keySet());
            }
            begin();
        });
    }

    /** Whom something was sent to before the start is asked for again, and known until it does not answer. */
    private void recall() {
        for (final var place : List.copyOf(remembered)) {
            Question.ofPlace(place, resolved).ifPresent(question -> {
                remembered.remove(place);
                if (!nextHops.containsKey(place)) {
                    others.put(place, question);
                }
            });
        }
    }

    private Map<Place, Question> questions() {
        final var all = new HashMap<>(others);
        all.putAll(nextHops);
        return all;
    }

    private void begin() {
        if (!ticking && !questions().isEmpty()) {
            ticking = true;
            tick();
        }
    }

    private void tick() {
        now++;
        final var packets = new ArrayList<PacketOut>();
        others.keySet().removeIf(place -> asked.containsKey(place) && asked.get(place).unanswered > PATIENCE);
        asked.keySet().retainAll(questions().keySet());
        questions().forEach((place, question) -> {
            final var state = asked.computeIfAbsent(place, key -> new Asked());
            if (state.due <= now) {
                question.packet(resolved).ifPresent(packets::add);
                // Of a machine nothing is known while nobody can ask for it; the next routers are told to be silent.
                if (nextHops.containsKey(place) || connected.contains(question.hostId())) {
                    state.unanswered++;
                }
                state.due = now + (state.unanswered > PATIENCE ? SLOW : 1);
            }
        });
        sender.accept(packets);
        tell();
        if (questions().isEmpty()) {
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
        final var place = question.place();
        if (others.size() < MOST && !questions().containsKey(place)) {
            others.put(place, question);
            final var state = asked.computeIfAbsent(place, key -> new Asked());
            question.packet(resolved).ifPresent(packet -> sender.accept(List.of(packet)));
            state.unanswered = 1;
            state.due = now + 1;
            begin();
        }
    }

    private void answered(final long metadata, final ArpFrame frame) {
        questions().forEach((place, question) -> {
            if (place.address().equals(frame.sender()) && MetadataBits.isOf(metadata, question.segment())) {
                final var state = asked.computeIfAbsent(place, key -> new Asked());
                state.unanswered = 0;
                state.due = now + FRESH;
                if (!told.mac(place.networkId(), place.address()).filter(frame.senderMac()::equals).isPresent()) {
                    final var macs = new HashMap<>(told.macs());
                    macs.put(place, frame.senderMac());
                    store.put(place, frame.senderMac());
                    told = new Neighbours(macs, told.silent());
                    listener.accept(told);
                }
            }
        });
        tell();
    }

    /** Forgets who is asked for no more, and tells who is silent. */
    private void tell() {
        final var macs = new HashMap<>(told.macs());
        final var all = questions();
        macs.keySet().stream().filter(place -> !all.containsKey(place) && !remembered.contains(place))
            .toList()
            .forEach(place -> {
                macs.remove(place);
                store.remove(place);
            });
        final var silent = asked.entrySet().stream().filter(entry -> entry.getValue().unanswered > PATIENCE)
            .map(Map.Entry::getKey).toList();
        final var newest = new Neighbours(macs, Set.copyOf(silent));
        if (!newest.equals(told)) {
            told = newest;
            listener.accept(newest);
        }
    }

    /** How an address has been asked for. */
    private static final class Asked {
        private long due;
        private int unanswered;
    }
}
