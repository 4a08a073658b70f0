/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

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
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.experimenter.core.message.ExperimenterMessageOfChoice;

/**
 * Lets TenantNet ask a switch what OpenFlowPlugin 0.10 has no service for, or none that is good enough: the question goes
 * through the service for experimenters' requests, with the type of the request put right; the answer is one to that request
 * as well as the usual one, so that what OpenFlowPlugin itself asks for goes on as before.
 *
 * @param <Q> the question
 */
final class MultipartCodec<Q extends ExperimenterMessageOfChoice> implements OFSerializer<Q>, SerializerRegistryInjector,
        OFDeserializer<MultipartReplyBody>, DeserializerRegistryInjector, AutoCloseable {
    private static final short VERSION = EncodeConstants.OF13_VERSION_ID;
    /** Type, flags and padding end the header of a multipart request, which has just been written. */
    private static final int TYPE_BEFORE_END = 8;

    private final MultipartKind<Q> kind;
    private final MessageTypeKey<Q> question;
    private final MessageCodeKey answer;
    /** Nothing is looked for under it; to register is the only way to the registry. */
    private final MessageCodeKey own;

    private SerializerRegistry serializers;
    private DeserializerRegistry deserializers;
    private OFDeserializer<MultipartReplyBody> former;

    MultipartCodec(final MultipartKind<Q> kind) {
        this.kind = requireNonNull(kind);
        question = new MessageTypeKey<>(VERSION, kind.question());
        answer = new MessageCodeKey(VERSION, kind.type(), MultipartReplyBody.class);
        own = new MessageCodeKey(VERSION, kind.type(), MultipartCodec.class);
    }

    /** Sees to it that it serves the connections of a provider, always the same one, for which OpenFlowPlugin has started. */
    void serve(final SwitchConnectionProvider provider) {
        if (deserializers == null) {
            provider.registerSerializer(question, this);
            provider.registerDeserializer(own, this);
        }
        final OFDeserializer<MultipartReplyBody> current = deserializers.getDeserializer(answer);
        if (current != this) {
            former = current;
            deserializers.registerDeserializer(answer, this);
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
    public void serialize(final Q message, final ByteBuf out) {
        out.setShort(out.writerIndex() - TYPE_BEFORE_END, kind.type());
        kind.write(message, out);
    }

    @Override
    public MultipartReplyBody deserialize(final ByteBuf message) {
        return kind.read(message, former);
    }

    @Override
    public void close() {
        deserializers.registerDeserializer(answer, former);
        deserializers.unregisterDeserializer(own);
        serializers.unregisterSerializer(question);
    }
}
