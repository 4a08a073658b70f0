/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.model;

import java.util.Comparator;

/**
 * A port of a hardware switch.
 *
 * @param switchName the name of the Physical_Switch
 * @param portName   the name of its Physical_Port
 */
public record SwitchPort(String switchName, String portName) implements Comparable<SwitchPort> {
    private static final Comparator<SwitchPort> ORDER =
        Comparator.comparing(SwitchPort::switchName).thenComparing(SwitchPort::portName);

    @Override
    public int compareTo(final SwitchPort other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "port " + portName + " of switch " + switchName;
    }
}
