/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.netty.buffer.ByteBuf;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFDeserializer;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterConfigStatsReply;
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;

/**
 * The configuration of meters (OpenFlow 1.3.5 section 7.3.5.13), for which OpenFlowPlugin 0.10 has a codec and no service.
 */
final class MeterKind implements MultipartKind<MeterQuestion> {
    private static final int METER_CONFIG = 10;
    private static final int ALL_METERS = 0xffff_ffff;
    private static final int PADDING = 4;

    @Override
    public int type() {
        return METER_CONFIG;
    }

    @Override
    public Class<MeterQuestion> question() {
        return MeterQuestion.class;
    }

    @Override
    public void write(final MeterQuestion question, final ByteBuf out) {
        out.writeInt(ALL_METERS);
        out.writeZero(PADDING);
    }

    @Override
    public MultipartReplyBody read(final ByteBuf message, final OFDeserializer<MultipartReplyBody> theirs) {
        final var body = theirs.deserialize(message);
        return body instanceof MeterConfigStatsReply meters
            ? new MeterAnswer(new MeterAnswer.Content(meters.nonnullMeterConfigStats())) : body;
    }
}
