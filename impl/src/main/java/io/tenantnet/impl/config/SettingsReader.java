/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static java.util.Objects.requireNonNullElse;

import io.tenantnet.impl.model.Settings;
import io.tenantnet.impl.model.TunnelMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;

/** Reads the controller's settings. */
final class SettingsReader {
    private static final String MINIMUM = "automatic-segmentation-range/minimum";
    private static final String MAXIMUM = "automatic-segmentation-range/maximum";
    private static final int HIGHEST_VNI = 0xff_ffff;
    private static final int LONGEST_HOLD = 86_400;
    private static final int SHORTEST_LEASE = 10;
    private static final int LONGEST_DOMAIN = 253;
    private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*\\.?");

    private final LeafReader leaves = new LeafReader("settings");
    private final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings source;

    SettingsReader(
            final org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings source) {
        this.source = source;
    }

    Settings read() {
        final var range = source.getAutomaticSegmentationRange();
        final int first = vni(MINIMUM, range == null ? null : range.getMinimum(), Settings.DEFAULT.firstVni());
        final int last = vni(MAXIMUM, range == null ? null : range.getMaximum(), Settings.DEFAULT.lastVni());
        if (first > last) {
            throw leaves.refused(MINIMUM, first, "is above " + MAXIMUM + ", which is " + last);
        }
        return new Settings(first, last, hold(), mode(), dhcp());
    }

    private int vni(final String leaf, final @Nullable SegmentationId id, final int absent) {
        if (id == null) {
            return absent;
        }
        final long value = id.getValue().toJava();
        if (value < 1 || value > HIGHEST_VNI) {
            throw leaves.refused(leaf, value, "is not in 1.." + HIGHEST_VNI);
        }
        return (int) value;
    }

    private Duration hold() {
        final var seconds = source.getHostHoldTime();
        if (seconds == null) {
            return Settings.DEFAULT.hostHold();
        }
        if (seconds.toJava() < 1 || seconds.toJava() > LONGEST_HOLD) {
            throw leaves.refused("host-hold-time", seconds, "is not in 1.." + LONGEST_HOLD + " seconds");
        }
        return Duration.ofSeconds(seconds.toJava());
    }

    private Settings.Dhcp dhcp() {
        final var dhcp = source.getDhcp();
        if (dhcp == null) {
            return Settings.Dhcp.DEFAULT;
        }
        final long seconds = dhcp.getLeaseTime() == null ? Settings.Dhcp.DEFAULT.leaseSeconds()
            : dhcp.getLeaseTime().toJava();
        if (seconds < SHORTEST_LEASE) {
            throw leaves.refused("dhcp/lease-time", seconds, "is not in " + SHORTEST_LEASE + "..4294967295 seconds");
        }
        final var domain = dhcp.getDomainName();
        if (domain != null && !domain.isEmpty() && !(domain.length() <= LONGEST_DOMAIN && DOMAIN.matcher(domain).matches())) {
            throw leaves.refused("dhcp/domain-name", domain, "is no domain name (RFC 1035, RFC 1123)");
        }
        return new Settings.Dhcp(seconds, Optional.ofNullable(domain).filter(text -> !text.isEmpty()));
    }

    private TunnelMode mode() {
        return switch (requireNonNullElse(source.getTunnelMode(),
                org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings.TunnelMode
                    .FlowBased)) {
            case FlowBased -> TunnelMode.FLOW_BASED;
            case Itm -> TunnelMode.ITM;
        };
    }
}
