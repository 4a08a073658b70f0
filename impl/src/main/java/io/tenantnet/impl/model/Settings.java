/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.time.Duration;

/**
 * What holds for the whole controller.
 *
 * @param firstVni the lowest identifier given to networks that ask for none, 1..16777215
 * @param lastVni  the highest, not below the lowest
 * @param hostHold how long a host without any connection is counted as there
 * @param mode     how hosts are joined to the VXLAN mesh
 */
public record Settings(int firstVni, int lastVni, Duration hostHold, TunnelMode mode) {
    /** The defaults that the YANG model states. */
    public static final Settings DEFAULT =
        new Settings(100_000, 199_999, Duration.ofSeconds(300), TunnelMode.FLOW_BASED);
}
