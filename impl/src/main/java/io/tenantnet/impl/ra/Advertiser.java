/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.ra;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.packet.Arrival;
import io.tenantnet.impl.packet.PacketHandler;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.packet.View;
import io.tenantnet.impl.resolve.Advertisement;
import io.tenantnet.impl.resolve.BoundPort;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.share.SharedMap;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells machines of their IPv6 routers: when they ask, when something changes, when a router is gone, and now and then
 * (RFC 4861 section 6.2). All packets go to one port each. May be called from any thread.
 */
public final class Advertiser implements EngineListener, PacketHandler {
    private static final Duration TICK = Duration.ofSeconds(1);
    /** What is sent in a second; more has to wait. After a start, 10,000 ports have heard their routers within 20 s. */
    private static final int PER_TICK = 500;

    private final Map<UUID, Told> told = new HashMap<>();
    /** Ports that are to hear from their routers, in turn. */
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final Deque<PacketOut> farewells = new ArrayDeque<>();
    private final Tasks tasks;
    private final Executor serial;
    private Consumer<Collection<PacketOut>> sender;
    private volatile Scene newest = new Scene(Map.of(), Set.of());
    private Scene scene = newest;
    private long second;

    /**
     * An advertiser that only answers before {@link #start}.
     *
     * @param tasks the clock, and where the work is done
     */
    public Advertiser(final Tasks tasks) {
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
    }

    /**
     * Begins to speak unasked. It ends with the tasks.
     *
     * @param its sends packets
     */
    public void start(final Consumer<Collection<PacketOut>> its) {
        sender = requireNonNull(its);
        await();
    }

    private void await() {
        tasks.after(TICK, () -> serial.execute(this::tick));
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        newest = new Scene(resolved.ports(), Set.copyOf(reports.keySet()));
    }

    /** A machine asks for routers. The answer is for all who listen on the port. */
    @Override
    public List<PacketOut> received(final Arrival arrival, final View view) {
        return arrival.port().map(Advertiser::advertise).orElse(List.of());
    }

    private static List<PacketOut> advertise(final BoundPort port) {
        return port.ipv6().routers().stream().map(router -> PacketOut.to(port, AdvertisementFrame.of(router))).toList();
    }

    private void tick() {
        try {
            second++;
            final var now = newest;
            if (now != scene) {
                final var changed = SharedMap.differences(scene.ports(), now.ports());
                if (!now.connected().equals(scene.connected())) {
                    changed.addAll(now.ports().keySet());
                }
                scene = now;
                changed.forEach(id -> Optional.ofNullable(now.ports().get(id)).ifPresentOrElse(port -> {
                    if (now.connected().contains(port.hostId())) {
                        compare(port);
                    }
                }, () -> told.remove(id)));
            }
            told.forEach((id, state) -> {
                if (state.isDue(id, second)) {
                    waiting.add(id);
                }
            });
            send();
        } finally {
            await();
        }
    }

    private void compare(final BoundPort port) {
        final var id = port.port().id();
        final var before = told.get(id);
        final var old = before == null ? List.<Advertisement>of() : before.routers();
        if (old.equals(port.ipv6().routers())) {
            return;
        }
        old.stream().filter(router -> port.ipv6().routers().stream()
                .noneMatch(one -> one.mac().equals(router.mac())))
            .forEach(router -> farewells.add(PacketOut.to(port, AdvertisementFrame.farewell(router))));
        if (port.ipv6().routers().isEmpty()) {
            told.remove(id);
        } else {
            told.put(id, new Told(port.ipv6().routers(), second));
        }
    }

    private void send() {
        final var packets = new ArrayList<PacketOut>();
        while (packets.size() < PER_TICK && !farewells.isEmpty()) {
            packets.add(farewells.remove());
        }
        final var turns = waiting.iterator();
        while (packets.size() < PER_TICK && turns.hasNext()) {
            final var id = turns.next();
            turns.remove();
            final var port = scene.ports().get(id);
            if (port != null && told.containsKey(id)) {
                told.get(id).sent(second);
                packets.addAll(advertise(port));
            }
        }
        if (!packets.isEmpty()) {
            sender.accept(packets);
        }
    }

    private record Scene(Map<UUID, BoundPort> ports, Set<String> connected) {
    }
}
