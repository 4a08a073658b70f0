/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What holds for the whole controller.
 *
 * @param firstVni the lowest identifier given to networks that ask for none, 1..16777215
 * @param lastVni  the highest, not below the lowest
 * @param hostHold how long a host without any connection is counted as there
 * @param mode     how hosts are joined to the VXLAN mesh
 * @param dhcp     what DHCP clients are told everywhere
 */
public record Settings(int firstVni, int lastVni, Duration hostHold, TunnelMode mode, Dhcp dhcp) {
    /** The defaults that the YANG model states. */
    public static final Settings DEFAULT =
        new Settings(100_000, 199_999, Duration.ofSeconds(300), TunnelMode.FLOW_BASED, Dhcp.DEFAULT);

    /** Settings with the default of what is told to DHCP clients. */
    public Settings(final int firstVni, final int lastVni, final Duration hostHold, final TunnelMode mode) {
        this(firstVni, lastVni, hostHold, mode, Dhcp.DEFAULT);
    }

    /**
     * What DHCP clients are told everywhere.
     *
     * @param leaseSeconds how long a lease is, 10..4294967295; the last for one without end
     * @param domain       the domain name
     */
    public record Dhcp(long leaseSeconds, Optional<String> domain) {
        /** The defaults that the YANG model states. */
        public static final Dhcp DEFAULT = new Dhcp(86_400, Optional.empty());
    }
}
