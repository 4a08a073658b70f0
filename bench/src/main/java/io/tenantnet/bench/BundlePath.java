/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.bench;

import com.google.common.util.concurrent.ListenableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeRef;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.AddBundleMessagesInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.ControlBundleInputBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.ControlBundleOutput;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.SalBundleService;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.add.bundle.messages.input.MessagesBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.add.bundle.messages.input.messages.Message;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.add.bundle.messages.input.messages.MessageBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.bundle.inner.message.grouping.BundleInnerMessage;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.bundle.inner.message.grouping.bundle.inner.message.BundleAddFlowCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.bundle.inner.message.grouping.bundle.inner.message.BundleRemoveFlowCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.bundle.inner.message.grouping.bundle.inner.message.bundle.add.flow._case.AddFlowCaseDataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.bundle.service.rev170124.bundle.inner.message.grouping.bundle.inner.message.bundle.remove.flow._case.RemoveFlowCaseDataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.rev170124.BundleControlType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.rev170124.BundleFlags;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.onf.rev170124.BundleId;
import org.opendaylight.yangtools.yang.common.RpcResult;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * OpenFlow bundles, which the switch commits as a whole, as many flows in one as OpenFlowPlugin's request quota allows.
 *
 * @param service the service
 * @param node    the switch
 * @param flush   what to do when a bundle is sent and before its answers are waited for
 */
record BundlePath(SalBundleService service, NodeRef node, Runnable flush) implements WritePath {
    private static final int BUNDLE = 16_000;
    private static final BundleFlags FLAGS = new BundleFlags(true, true);

    @Override
    public Future<?> add(final int count) throws Exception {
        return send(count, number -> new BundleAddFlowCaseBuilder().setAddFlowCaseData(new AddFlowCaseDataBuilder()
            .setTableId(Uint8.valueOf(SampleFlows.TABLE)).setPriority(Uint16.valueOf(SampleFlows.PRIORITY))
            .setCookie(SampleFlows.cookie(number)).setMatch(SampleFlows.match(number))
            .setInstructions(SampleFlows.instructions(number)).build()).build());
    }

    @Override
    public Future<?> remove(final int count) throws Exception {
        return send(count, number -> new BundleRemoveFlowCaseBuilder()
            .setRemoveFlowCaseData(new RemoveFlowCaseDataBuilder().setStrict(true)
                .setTableId(Uint8.valueOf(SampleFlows.TABLE)).setPriority(Uint16.valueOf(SampleFlows.PRIORITY))
                .setCookie(SampleFlows.cookie(number)).setMatch(SampleFlows.match(number)).build()).build());
    }

    private Future<?> send(final int count, final IntFunction<BundleInnerMessage> message) throws Exception {
        ListenableFuture<RpcResult<ControlBundleOutput>> committed = null;
        for (int first = 0; first < count; first += BUNDLE) {
            final var id = new BundleId(Uint32.valueOf(1 + first));
            final var opened = control(id, BundleControlType.ONFBCTOPENREQUEST);
            final List<Message> messages = new ArrayList<>();
            for (int number = first; number < Math.min(first + BUNDLE, count); number++) {
                messages.add(new MessageBuilder().setNode(node).setBundleInnerMessage(message.apply(number)).build());
            }
            final var added = service.addBundleMessages(new AddBundleMessagesInputBuilder().setNode(node)
                .setBundleId(id).setFlags(FLAGS).setMessages(new MessagesBuilder().setMessage(messages).build())
                .build());
            committed = control(id, BundleControlType.ONFBCTCOMMITREQUEST);
            flush.run();
            check(opened.get());
            check(added.get());
            check(committed.get());
        }
        return committed;
    }

    private ListenableFuture<RpcResult<ControlBundleOutput>> control(final BundleId id, final BundleControlType type) {
        return service.controlBundle(new ControlBundleInputBuilder().setNode(node).setBundleId(id).setFlags(FLAGS)
            .setType(type).build());
    }

    private static void check(final RpcResult<?> result) {
        if (!result.isSuccessful()) {
            throw new IllegalStateException("OpenFlowPlugin: " + result.getErrors());
        }
    }
}
