/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.outside;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.Neighbours.Place;
import io.tenantnet.impl.packet.PacketOut;
import io.tenantnet.impl.render.Delivery;
import io.tenantnet.impl.resolve.OutsideAddress;
import io.tenantnet.impl.resolve.Resolved;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Announces on physical networks that an address is answered for on another host now, as soon as that host's switch is
 * ready, so that switches and machines outside send there. May be called from any thread.
 */
public final class Announcer implements EngineListener {
    /** When it is said again, in case that it was lost. */
    private static final List<Duration> AGAIN = List.of(Duration.ofMillis(500), Duration.ofSeconds(2));

    private final Map<Place, OutsideAddress> announced = new HashMap<>();
    private final Consumer<Collection<PacketOut>> sender;
    private final Tasks tasks;
    private final Executor serial;
    private Resolved resolved = Resolved.EMPTY;

    /**
     * An announcer that has announced nothing.
     *
     * @param sender sends packets
     * @param tasks  where the work is done
     */
    public Announcer(final Consumer<Collection<PacketOut>> sender, final Tasks tasks) {
        this.sender = requireNonNull(sender);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
    }

    @Override
    public void changed(final Model model, final Resolved newest, final Map<String, SwitchReport> reports) {
        serial.execute(() -> {
            resolved = newest;
            final Map<Place, OutsideAddress> all = new HashMap<>();
            final Map<Place, Scope> scopes = new HashMap<>();
            newest.routers().values().forEach(router -> router.gateway().ifPresent(gateway ->
                gateway.outsideAddresses().forEach(address ->
                    add(address, new Scope.OfRouter(router.id()), all, scopes))));
            newest.floating().values().forEach(floating ->
                add(floating.outside(), new Scope.OfFloatingIp(floating.id()), all, scopes));
            newest.forwarded().values().forEach(forwarded ->
                add(forwarded.outside(), new Scope.OfFloatingIp(forwarded.id()), all, scopes));
            announced.keySet().retainAll(all.keySet());
            all.forEach((place, address) -> {
                final var report = reports.get(address.hostId());
                if (report != null && !report.isOpen(scopes.get(place))
                        && !address.equals(announced.put(place, address))) {
                    announce(place, address);
                    AGAIN.forEach(time -> tasks.after(time, () -> serial.execute(() -> announce(place, address))));
                }
            });
        });
    }

    private static void add(final OutsideAddress address, final Scope scope, final Map<Place, OutsideAddress> all,
            final Map<Place, Scope> scopes) {
        if (address.address().version() == 4) {
            final var place = new Place(address.networkId(), address.address());
            all.put(place, address);
            scopes.put(place, scope);
        }
    }

    private void announce(final Place place, final OutsideAddress address) {
        if (Objects.equals(announced.get(place), address)) {
            sender.accept(Optional.ofNullable(resolved.sites().get(address.hostId()))
                .flatMap(site -> Delivery.toWire(site, address.segment()))
                .map(actions -> new PacketOut(address.hostId(), actions,
                    ArpFrame.announcement(address.mac(), address.address()).broadcast()))
                .stream().toList());
        }
    }
}
