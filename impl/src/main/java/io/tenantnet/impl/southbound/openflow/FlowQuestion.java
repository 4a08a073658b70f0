/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.experimenter.types.rev151020.experimenter.core.message.ExperimenterMessageOfChoice;

/** Asks for all flows with TenantNet's mark, as a request of an experimenter's in the eyes of OpenFlowPlugin. */
enum FlowQuestion implements ExperimenterMessageOfChoice {
    INSTANCE;

    @Override
    public Class<FlowQuestion> implementedInterface() {
        return FlowQuestion.class;
    }
}
