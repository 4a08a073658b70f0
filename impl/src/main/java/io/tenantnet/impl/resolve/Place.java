/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

/**
 * Where a port is.
 *
 * @param hostId        the host of its interface
 * @param interfaceName the interface; a trunk's ports have one in common
 * @param ofport        the interface's OpenFlow port number on that host's br-int
 * @param vlan          the VLAN id of its frames on the interface, 1..4094; 0 of frames without tag
 * @param trunked       whether other ports have the same interface
 * @param number        what tells it from all other ports of the host, 1..49151: the OpenFlow port number where vlan is 0
 */
public record Place(String hostId, String interfaceName, int ofport, int vlan, boolean trunked, int number) {
}
