/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.netty.buffer.Unpooled;
import io.tenantnet.impl.engine.FoundFlow;
import io.tenantnet.impl.flow.Stamp;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFDeserializer;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.statistics.rev130819.multipart.reply.multipart.reply.body.MultipartReplyFlowStats;
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.experimenter.core.message.ExperimenterMessageOfChoice;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.multipart.reply.multipart.reply.body.MultipartReplyExperimenter;

/**
 * Some flows of a switch, as a part of its answer (OpenFlow 1.3.5 section 7.3.5.2). OpenFlowPlugin decodes them only where
 * somebody else asked: TenantNet needs no more of a flow than where it stands, its cookie, and whether it is as before.
 *
 * @param bytes the flows as they came
 */
record FlowAnswer(byte[] bytes) implements ExperimenterMessageOfChoice {
    private static final int TABLE = 2;
    private static final int PRIORITY = 12;
    private static final int COOKIE = 24;
    /** Behind the counters. */
    private static final int MATCH = 48;

    /** A message that is an answer for TenantNet and one for OpenFlowPlugin. */
    static MultipartReplyBody of(final byte[] bytes, final OFDeserializer<MultipartReplyBody> theirs) {
        final var answer = new FlowAnswer(bytes);
        // No class can be both: each is augmentable as itself.
        return (MultipartReplyBody) Proxy.newProxyInstance(FlowAnswer.class.getClassLoader(),
            new Class<?>[] {MultipartReplyExperimenter.class, MultipartReplyFlowStats.class}, (proxy, method, arguments) ->
                method.getName().equals("getExperimenterMessageOfChoice") ? answer
                    : method.getName().equals("implementedInterface") ? MultipartReplyExperimenter.class
                    : method.invoke(theirs.deserialize(Unpooled.wrappedBuffer(bytes)), arguments));
    }

    @Override
    public Class<FlowAnswer> implementedInterface() {
        return FlowAnswer.class;
    }

    /**
     * The flows.
     *
     * @throws IllegalStateException if the bytes are no flows
     */
    List<FoundFlow> flows() {
        final var found = new ArrayList<FoundFlow>();
        final var all = ByteBuffer.wrap(bytes);
        int start = 0;
        while (start < bytes.length) {
            final int length = Short.toUnsignedInt(all.getShort(start));
            if (length < MATCH || length > bytes.length - start) {
                throw new IllegalStateException("A flow in the switch's answer says that it has " + length + " bytes");
            }
            final var flow = all.slice(start, length);
            found.add(new FoundFlow(new Stamp(Byte.toUnsignedInt(flow.get(TABLE)), flow.getLong(COOKIE)),
                content(flow)));
            start += length;
        }
        return found;
    }

    /** All but age, counters and what tells which flow it is. */
    private static int content(final ByteBuffer flow) {
        // Priority, timeouts and flags; match and instructions.
        return Long.hashCode(flow.getLong(PRIORITY)) * 31 + flow.slice(MATCH, flow.limit() - MATCH).hashCode();
    }
}
