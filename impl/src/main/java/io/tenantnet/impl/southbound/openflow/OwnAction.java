/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import org.opendaylight.yang.gen.v1.urn.opendaylight.action.types.rev131112.action.Action;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.types.rev130731.ExperimenterId;
import org.opendaylight.yangtools.yang.common.Uint32;

/**
 * An action for which OpenFlowPlugin's model has no word, though it can send it and read it back; see
 * {@link OwnActions}.
 */
interface OwnAction extends Action {
    /** Who defined the actions of Open vSwitch's own (nicira-ext.h, NX_VENDOR_ID). */
    ExperimenterId NICIRA = new ExperimenterId(Uint32.valueOf(0x2320));

    /** The action as OpenFlowPlugin's codec takes it. */
    org.opendaylight.yang.gen.v1.urn.opendaylight.openflow.common.action.rev150203.actions.grouping.Action wire();
}
