/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import java.util.UUID;

/**
 * What a flow is there for. The flows of a switch are rendered scope by scope, so that a change costs what the changed
 * objects' flows cost and not what the whole switch costs.
 */
public sealed interface Scope {
    /** The switch itself: what it needs whatever the tenants want. */
    record OfSwitch() implements Scope {
        @Override
        public String toString() {
            return "switch";
        }
    }

    /**
     * One network.
     *
     * @param id the network's uuid
     */
    record OfNetwork(UUID id) implements Scope {
        @Override
        public String toString() {
            return "network " + id;
        }
    }

    /**
     * One port.
     *
     * @param id the port's uuid
     */
    record OfPort(UUID id) implements Scope {
        @Override
        public String toString() {
            return "port " + id;
        }
    }

    /**
     * One router.
     *
     * @param id the router's uuid
     */
    record OfRouter(UUID id) implements Scope {
        @Override
        public String toString() {
            return "router " + id;
        }
    }

    /**
     * One floating IP.
     *
     * @param id the floating IP's uuid
     */
    record OfFloatingIp(UUID id) implements Scope {
        @Override
        public String toString() {
            return "floating IP " + id;
        }
    }

    /**
     * One policy: what a set of security groups lets pass.
     *
     * @param id the policy's number
     */
    record OfPolicy(int id) implements Scope {
        @Override
        public String toString() {
            return "policy 0x" + Integer.toHexString(id);
        }
    }
}
