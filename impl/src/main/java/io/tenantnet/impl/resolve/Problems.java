/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import java.util.Map;
import java.util.UUID;

/**
 * Why parts of the model are not, or not wholly, in effect: texts for people, by object.
 *
 * @param networks   networks that cannot be programmed
 * @param subnets    subnets that have no effect
 * @param ports      ports that are not realised
 * @param trunks     trunks that are not, or not wholly, in effect
 * @param routers    routers that are not, or not wholly, in effect
 * @param floating   floating IPs that are not in effect
 * @param forwardings port forwardings that are not in effect
 * @param security   ports of whose security groups a part has no effect
 * @param qos        ports of whose QoS policies a part has no effect
 * @param tunnels    by host, then by other host: tunnels that are missing
 * @param interfaces by host, then by name: interfaces of br-int that no port claims
 */
public record Problems(Map<UUID, String> networks, Map<UUID, String> subnets, Map<UUID, String> ports,
        Map<UUID, String> trunks, Map<UUID, String> routers, Map<UUID, String> floating, Map<UUID, String> forwardings,
        Map<UUID, String> security, Map<UUID, String> qos, Map<String, Map<String, String>> tunnels,
        Map<String, Map<String, String>> interfaces) {
}
