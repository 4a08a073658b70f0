/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.Map;
import java.util.UUID;

/**
 * The model with every reference followed: what rendering works on.
 *
 * @param segments the networks that can be programmed
 * @param ports    the ports that were found
 * @param networks where each network is; networks without a port are absent
 * @param routers  the routers that can be programmed
 * @param floating the floating IPs that stand for a port
 * @param forwarded the floating IPs some of whose ports lead to machines
 * @param sites    the hosts that have a br-int
 * @param attachments what is attached through hardware VTEPs
 * @param problems what is not in effect, and why
 */
public record Resolved(Map<UUID, Segment> segments, Map<UUID, BoundPort> ports, Map<UUID, Placement> networks,
        Map<UUID, ResolvedRouter> routers, Map<UUID, FloatingAddress> floating,
        Map<UUID, ForwardedAddress> forwarded, Map<String, Site> sites, Attachments attachments, Problems problems) {
    /** Of a model of nothing. */
    public static final Resolved EMPTY = new Resolved(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
        Map.of(), Map.of(), Attachments.NONE, new Problems(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of()));
}
