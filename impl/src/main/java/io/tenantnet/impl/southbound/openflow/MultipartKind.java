/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.netty.buffer.ByteBuf;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFDeserializer;
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.experimenter.core.message.ExperimenterMessageOfChoice;

/**
 * A kind of multipart message (OpenFlow 1.3.5 section 7.3.5) that TenantNet asks for by itself, see {@link MultipartCodec}.
 *
 * @param <Q> the question
 */
interface MultipartKind<Q extends ExperimenterMessageOfChoice> {
    /** The type of the message, OFPMP_*. */
    int type();

    /** The class of the questions. */
    Class<Q> question();

    /** Writes the body of a question. */
    void write(Q question, ByteBuf out);

    /**
     * Reads the body of an answer, to TenantNet or to others; called on a thread of the connection.
     *
     * @param message the body, which is good for as long as this call
     * @param theirs  OpenFlowPlugin's way of reading it
     * @return what is OpenFlowPlugin's usual answer and a MultipartReplyExperimenter as well
     */
    MultipartReplyBody read(ByteBuf message, OFDeserializer<MultipartReplyBody> theirs);
}
