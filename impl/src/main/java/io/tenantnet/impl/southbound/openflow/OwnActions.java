/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.opendaylight.openflowplugin.api.OFConstants;
import org.opendaylight.openflowplugin.extension.api.ConvertorActionToOFJava;
import org.opendaylight.openflowplugin.extension.api.OpenFlowPluginExtensionRegistratorProvider;
import org.opendaylight.openflowplugin.extension.api.TypeVersionKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action;
import org.opendaylight.yangtools.concepts.ObjectRegistration;

/** Teaches OpenFlowPlugin to send actions that its model has no word for, as long as it is not closed. */
public final class OwnActions implements AutoCloseable, ConvertorActionToOFJava<Action,
        org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action> {
    private static final List<Class<? extends OwnAction>> ALL = List.of(HeaderMove.class, InPortLoss.class);

    private final List<ObjectRegistration<?>> registrations = new ArrayList<>();
    private final OpenFlowPluginExtensionRegistratorProvider extensions;

    /**
     * Does nothing before {@link #start()}.
     *
     * @param extensions where OpenFlowPlugin learns of actions
     */
    public OwnActions(final OpenFlowPluginExtensionRegistratorProvider extensions) {
        this.extensions = requireNonNull(extensions);
    }

    /** From now on flows with these actions may be sent. */
    public void start() {
        final var registrator = extensions.getExtensionConverterRegistrator();
        ALL.forEach(action -> registrations.add(registrator.registerActionConvertor(
            new TypeVersionKey<>(action, OFConstants.OFP_VERSION_1_3), this)));
    }

    @Override
    public org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action
            convert(final Action action) {
        return ((OwnAction) action).wire();
    }

    @Override
    public void close() throws Exception {
        for (final var registration : registrations) {
            registration.close();
        }
    }
}
