/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static java.util.Objects.requireNonNull;

import org.opendaylight.openflowplugin.api.OFConstants;
import org.opendaylight.openflowplugin.extension.api.ConvertorActionToOFJava;
import org.opendaylight.openflowplugin.extension.api.OpenFlowPluginExtensionRegistratorProvider;
import org.opendaylight.openflowplugin.extension.api.TypeVersionKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action;
import org.opendaylight.yangtools.concepts.ObjectRegistration;

/** Teaches OpenFlowPlugin to send {@link PortCopy}, as long as it is not closed. */
public final class PortCopies implements AutoCloseable, ConvertorActionToOFJava<Action,
        org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action> {
    private final OpenFlowPluginExtensionRegistratorProvider extensions;
    private ObjectRegistration<?> registration;

    /**
     * Does nothing before {@link #start()}.
     *
     * @param extensions where OpenFlowPlugin learns of actions
     */
    public PortCopies(final OpenFlowPluginExtensionRegistratorProvider extensions) {
        this.extensions = requireNonNull(extensions);
    }

    /** From now on flows with the action may be sent. */
    public void start() {
        registration = extensions.getExtensionConverterRegistrator().registerActionConvertor(
            new TypeVersionKey<>(PortCopy.class, OFConstants.OFP_VERSION_1_3), this);
    }

    @Override
    public org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action
            convert(final Action action) {
        return ((PortCopy) action).wire();
    }

    @Override
    public void close() throws Exception {
        registration.close();
    }
}
