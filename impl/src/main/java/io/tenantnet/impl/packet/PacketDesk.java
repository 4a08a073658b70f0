/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.packet;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.engine.EngineListener;
import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.engine.Tasks;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where packets from switches wait for those who handle them, the ports taking turns; what does not fit is dropped and
 * counted. May be called from any thread.
 */
public final class PacketDesk implements PacketListener, EngineListener {
    private static final Logger LOG = LoggerFactory.getLogger(PacketDesk.class);
    /** What a machine sends before it has looked at an answer; more is a storm. */
    private static final int PER_PORT = 16;
    private static final int CAPACITY = 4096;
    private static final Duration COUNT_DROPS = Duration.ofSeconds(10);

    private final FairQueue<Source, PacketIn> waiting = new FairQueue<>(PER_PORT, CAPACITY);
    private final AtomicLong drops = new AtomicLong();
    private final Map<Integer, PacketHandler> handlers = new HashMap<>();
    private final PacketSender sender;
    private final Tasks tasks;
    private final Executor serial;
    private volatile View view = View.EMPTY;

    /**
     * A desk.
     *
     * @param sender   sends packets
     * @param tasks    where the work is done
     * @param handlers by the table of the flows that hand packets to the controller, who handles them; other packets
     *                 are dropped
     */
    public PacketDesk(final PacketSender sender, final Tasks tasks, final Map<Table, PacketHandler> handlers) {
        this.sender = requireNonNull(sender);
        this.tasks = requireNonNull(tasks);
        serial = tasks.serial();
        handlers.forEach((table, handler) -> this.handlers.put(table.id(), handler));
    }

    @Override
    public void changed(final Model model, final Resolved resolved, final Map<String, SwitchReport> reports) {
        view = new View(model, resolved, reports.keySet());
    }

    @Override
    public void received(final PacketIn packet) {
        if (!handlers.containsKey(packet.table())) {
            return;
        }
        if (waiting.offer(new Source(packet.datapathId(), packet.inPort()), packet)) {
            serial.execute(this::handleNext);
        } else if (drops.getAndIncrement() == 0) {
            tasks.after(COUNT_DROPS, this::tellOfDrops);
        }
    }

    /**
     * Sends packets that nobody asked for.
     *
     * @param packets the packets; those for switches that this controller does not master are lost
     */
    public void send(final Collection<PacketOut> packets) {
        final var now = view;
        packets.forEach(packet -> now.datapathId(packet.hostId())
            .ifPresent(datapathId -> sender.send(datapathId, packet.actions(), packet.frame())));
    }

    private void handleNext() {
        waiting.poll().ifPresent(packet -> {
            try {
                final var now = view;
                now.arrival(packet).ifPresent(arrival ->
                    send(handlers.get(packet.table()).received(arrival, now)));
            } catch (RuntimeException e) {
                LOG.warn("A packet of {} bytes from port {} of openflow:{} could not be handled", packet.frame().length,
                    packet.inPort(), Long.toUnsignedString(packet.datapathId()), e);
            }
        });
    }

    private void tellOfDrops() {
        LOG.warn("{} packets for the controller were dropped in {}: more came than the switches should let pass",
            drops.getAndSet(0), COUNT_DROPS);
    }

    private record Source(long datapathId, int inPort) {
    }
}
