/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.flow.Meter;
import java.util.List;
import java.util.Optional;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.AddMeterInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.AddMeterInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.RemoveMeterInput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.service.rev130918.RemoveMeterInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.BandId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterBandType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterFlags;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.band.type.band.type.Drop;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.band.type.band.type.DropBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.config.stats.reply.MeterConfigStats;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.MeterBandHeadersBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.meter.band.headers.MeterBandHeaderBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.meter.band.headers.MeterBandHeaderKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.meter.meter.band.headers.meter.band.header.MeterBandTypesBuilder;
import org.opendaylight.yangtools.yang.common.Uint32;

/**
 * The requests that change meters of one switch (OpenFlow 1.3.5 section 7.3.4.4).
 *
 * @param node the switch
 */
record MeterMessages(NodeRef node) {
    private static final MeterBandHeaderKey ONLY_BAND = new MeterBandHeaderKey(new BandId(Uint32.ZERO));

    MeterMessages {
        requireNonNull(node);
    }

    /** Adds a meter with one band, which drops; refused if one with its id is there. */
    AddMeterInput add(final Meter meter) {
        final boolean bits = meter.unit() == Meter.Unit.KBPS;
        return new AddMeterInputBuilder()
            .setNode(node)
            .setMeterId(id(meter.id()))
            // In the order of their names: burst, kbps, pktps, stats.
            .setFlags(new MeterFlags(true, bits, !bits, true))
            .setMeterBandHeaders(new MeterBandHeadersBuilder().setMeterBandHeader(List.of(new MeterBandHeaderBuilder()
                .withKey(ONLY_BAND)
                .setMeterBandTypes(new MeterBandTypesBuilder().setFlags(new MeterBandType(true, false, false)).build())
                .setBandType(new DropBuilder().setDropRate(Uint32.valueOf(meter.rate()))
                    .setDropBurstSize(Uint32.valueOf(meter.burst())).build())
                .build())).build())
            .build();
    }

    /** Removes the meter of an id, if there is one. */
    RemoveMeterInput remove(final int id) {
        return new RemoveMeterInputBuilder().setNode(node).setMeterId(id(id)).build();
    }

    /** The meter that a switch says it has; empty if it is none as {@link #add} makes them. */
    static Optional<Meter> meter(final MeterConfigStats found) {
        final var flags = found.getFlags();
        final var headers = found.getMeterBandHeaders().nonnullMeterBandHeader();
        if (!flags.isMeterBurst() || flags.isMeterKbps() == flags.isMeterPktps() || headers.size() != 1
                || !(headers.get(0).getBandType() instanceof Drop drop)) {
            return Optional.empty();
        }
        final long rate = drop.getDropRate().toJava();
        final long burst = drop.getDropBurstSize().toJava();
        return rate == 0 || burst == 0 ? Optional.empty() : Optional.of(new Meter(found.getMeterId().getValue().intValue(),
            flags.isMeterKbps() ? Meter.Unit.KBPS : Meter.Unit.PKTPS, rate, burst));
    }

    static MeterId id(final int id) {
        return new MeterId(Uint32.fromIntBits(id));
    }
}
