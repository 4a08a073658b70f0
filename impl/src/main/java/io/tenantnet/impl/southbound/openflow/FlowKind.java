/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.tenantnet.impl.flow.Cookies;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFDeserializer;
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;

/**
 * Flows (OpenFlow 1.3.5 section 7.3.5.2). OpenFlowPlugin 0.10 has a service that reads them, but it makes an entry of each in
 * its registry of flows, for which it searches through all that it has where the flow has a match of Open vSwitch's own; and
 * it drops the whole message, some hundred flows, in which it fails to decode one.
 */
final class FlowKind implements MultipartKind<FlowQuestion> {
    private static final int FLOWS = 1;
    private static final int ALL_TABLES = 0xff;
    private static final int ANY = 0xffff_ffff;
    private static final int OXM = 1;
    /** Type and length of a match without conditions, which then is padded to eight bytes. */
    private static final int EMPTY_MATCH = 4;
    private static final int AFTER_TABLE = 3;
    private static final int PADDING = 4;

    @Override
    public int type() {
        return FLOWS;
    }

    @Override
    public Class<FlowQuestion> question() {
        return FlowQuestion.class;
    }

    @Override
    public void write(final FlowQuestion question, final ByteBuf out) {
        out.writeByte(ALL_TABLES).writeZero(AFTER_TABLE);
        // Whatever port and group they send to.
        out.writeInt(ANY).writeInt(ANY).writeZero(PADDING);
        out.writeLong(Cookies.OWNER).writeLong(Cookies.OWNER_MASK);
        out.writeShort(OXM).writeShort(EMPTY_MATCH).writeZero(PADDING);
    }

    @Override
    public MultipartReplyBody read(final ByteBuf message, final OFDeserializer<MultipartReplyBody> theirs) {
        final var bytes = ByteBufUtil.getBytes(message);
        message.skipBytes(bytes.length);
        return FlowAnswer.of(bytes, theirs);
    }
}
