/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

/** A switch did not do as it was asked, or is no longer there. */
public final class SwitchException extends Exception {
    SwitchException(final String message) {
        super(message);
    }
}
