/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.openflowjava.protocol.api.extensibility.DeserializerRegistry;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFDeserializer;
import org.opendaylight.openflowjava.protocol.api.extensibility.OFGeneralDeserializer;
import org.opendaylight.openflowjava.protocol.api.extensibility.SerializerRegistry;
import org.opendaylight.openflowjava.protocol.api.keys.MessageCodeKey;
import org.opendaylight.openflowjava.protocol.spi.connection.SwitchConnectionProvider;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.statistics.rev131111.multipart.reply.multipart.reply.body.MultipartReplyMeterConfigBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.meter.types.rev130918.MeterConfigStatsReply;
import org.opendaylight.yang.gen.v1.urn.opendaylight.multipart.types.rev170112.multipart.reply.MultipartReplyBody;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.multipart.reply.multipart.reply.body.MultipartReplyExperimenter;

class MultipartCodecTest {
    private static final MessageCodeKey METER_CONFIG = new MessageCodeKey((short) 4, 10, MultipartReplyBody.class);

    private final OFDeserializer<MultipartReplyBody> theirs = message ->
        new MultipartReplyMeterConfigBuilder().setMeterConfigStats(List.of()).build();
    private final Registry registry = new Registry();
    private final SerializerRegistry serializers = mock(SerializerRegistry.class);
    private final SwitchConnectionProvider provider = mock(SwitchConnectionProvider.class);
    private final MultipartCodec<MeterQuestion> codec = new MultipartCodec<>(new MeterKind());

    @BeforeEach
    void openFlowPluginHasStarted() {
        registry.registerDeserializer(METER_CONFIG, theirs);
        doAnswer(call -> {
            registry.registerDeserializer(call.getArgument(0), call.getArgument(1));
            codec.injectDeserializerRegistry(registry);
            return null;
        }).when(provider).registerDeserializer(any(), any());
        doAnswer(call -> {
            codec.injectSerializerRegistry(serializers);
            return null;
        }).when(provider).registerSerializer(any(), any());
    }

    @Test
    void theQuestionIsOneForTheConfigurationOfAllMeters() {
        // As OpenFlowPlugin begins it: version, type, length, xid; type of an experimenter's, flags, padding.
        final ByteBuf out = Unpooled.buffer().writeBytes(ByteBufUtil.decodeHexDump("0412000000000001ffff000000000000"));
        codec.serialize(MeterQuestion.INSTANCE, out);
        assertThat(ByteBufUtil.hexDump(out)).isEqualTo("0412000000000001000a000000000000ffffffff00000000");
    }

    @Test
    void theAnswerIsForOpenFlowPluginAndForTenantNet() {
        codec.serve(provider);
        final OFDeserializer<MultipartReplyBody> now = registry.getDeserializer(METER_CONFIG);
        final var answer = now.deserialize(Unpooled.EMPTY_BUFFER);
        assertThat(answer).isInstanceOf(MeterConfigStatsReply.class);
        assertThat(((MultipartReplyExperimenter) answer).getExperimenterMessageOfChoice())
            .isEqualTo(new MeterAnswer.Content(List.of()));
    }

    @Test
    void whereOpenFlowPluginStartedAnewItIsTaughtAnew() {
        codec.serve(provider);
        registry.registerDeserializer(METER_CONFIG, theirs);
        codec.serve(provider);
        assertThat(registry.codecs).containsEntry(METER_CONFIG, codec);
    }

    @Test
    void afterTheEndAllIsAsBefore() {
        codec.serve(provider);
        codec.close();
        assertThat(registry.codecs).isEqualTo(Map.of(METER_CONFIG, theirs));
        verify(serializers).unregisterSerializer(any());
    }

    private static final class Registry implements DeserializerRegistry {
        private final Map<MessageCodeKey, OFGeneralDeserializer> codecs = new HashMap<>();

        @Override
        public void init() {
            // Nothing is there.
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T extends OFGeneralDeserializer> T getDeserializer(final MessageCodeKey key) {
            return (T) codecs.get(key);
        }

        @Override
        public void registerDeserializer(final MessageCodeKey key, final OFGeneralDeserializer deserializer) {
            codecs.put(key, deserializer);
        }

        @Override
        public boolean unregisterDeserializer(final MessageCodeKey key) {
            return codecs.remove(key) != null;
        }
    }
}
