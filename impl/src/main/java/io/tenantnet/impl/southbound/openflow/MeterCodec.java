/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.netty.buffer.ByteBuf;
import org.opendaylight.openflowjava.protocol.api.extensibility.DeserializerRegistry;
import org.opendaylight.openflowjava.protocol.api.extensibility.DeserializerRegistryInjector;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFDeserializer;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFSerializer;
import org.opendaylight.openflowjava.protocol.api.extensibility.SerializerRegistry;
import org.opendaylight.openflowjava.protocol.api.extensibility.SerializerRegistryInjector;
import org.opendaylight.openflowjava.protocol.api.keys.MessageCodeKey;
import org.opendaylight.openflowjava.protocol.api.keys.MessageTypeKey;
import org.opendaylight.openflowjava.protocol.api.util.EncodeConstants;
import org.opendaylight.openflowjava.protocol.spi.connection.SwitchConnectionProvider;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterConfigStatsReply;
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;

/**
 * Lets TenantNet ask for the configuration of meters (OpenFlow 1.3.5 section 7.3.5.13), for which OpenFlowPlugin 0.10 has a
 * codec and no service: {@link MeterQuestion} goes through the service for experimenters' requests, with the type of the
 * request put right; the answer is decoded by OpenFlowPlugin and wrapped in a {@link MeterAnswer}. OpenFlowPlugin's own
 * polling of meters, where it is switched on, goes on as before.
 */
final class MeterCodec implements OFSerializer<MeterQuestion>, SerializerRegistryInjector,
        OFDeserializer<MultipartReplyBody>, DeserializerRegistryInjector, AutoCloseable {
    private static final short VERSION = EncodeConstants.OF13_VERSION_ID;
    private static final int METER_CONFIG = 10;
    private static final int ALL_METERS = 0xffff_ffff;
    /** Type, flags and padding end the header of a multipart request, which has just been written. */
    private static final int TYPE_BEFORE_END = 8;
    private static final int PADDING = 4;
    private static final MessageTypeKey<MeterQuestion> QUESTION = new MessageTypeKey<>(VERSION, MeterQuestion.class);
    private static final MessageCodeKey ANSWER = new MessageCodeKey(VERSION, METER_CONFIG, MultipartReplyBody.class);
    /** Nothing is looked for under it; to register is the only way to the registry. */
    private static final MessageCodeKey OWN = new MessageCodeKey(VERSION, METER_CONFIG, MeterCodec.class);

    private SerializerRegistry serializers;
    private DeserializerRegistry deserializers;
    private OFDeserializer<MultipartReplyBody> former;

    /** Sees to it that it serves the connections of a provider, always the same one, for which OpenFlowPlugin has started. */
    void serve(final SwitchConnectionProvider provider) {
        if (deserializers == null) {
            provider.registerSerializer(QUESTION, this);
            provider.registerDeserializer(OWN, this);
        }
        final OFDeserializer<MultipartReplyBody> current = deserializers.getDeserializer(ANSWER);
        if (current != this) {
            former = current;
            deserializers.registerDeserializer(ANSWER, this);
        }
    }

    @Override
    public void injectSerializerRegistry(final SerializerRegistry registry) {
        serializers = registry;
    }

    @Override
    public void injectDeserializerRegistry(final DeserializerRegistry registry) {
        deserializers = registry;
    }

    @Override
    public void serialize(final MeterQuestion question, final ByteBuf out) {
        out.setShort(out.writerIndex() - TYPE_BEFORE_END, METER_CONFIG);
        out.writeInt(ALL_METERS);
        out.writeZero(PADDING);
    }

    @Override
    public MultipartReplyBody deserialize(final ByteBuf message) {
        final var body = former.deserialize(message);
        return body instanceof MeterConfigStatsReply meters
            ? new MeterAnswer(new MeterAnswer.Content(meters.nonnullMeterConfigStats())) : body;
    }

    @Override
    public void close() {
        deserializers.registerDeserializer(ANSWER, former);
        deserializers.unregisterDeserializer(OWN);
        serializers.unregisterSerializer(QUESTION);
    }
}
