/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.opendaylight.ovsdb.lib.OvsdbClient;

class UntoldClientsTest {
    private final UntoldClients untold = new UntoldClients();
    private final AtomicBoolean active = new AtomicBoolean(true);
    private final OvsdbClient told = client(new AtomicBoolean(true));
    private final OvsdbClient other = client(active);

    /** Fails where more is asked of it than whether it is active, or which one it is. */
    private static OvsdbClient client(final AtomicBoolean active) {
        return (OvsdbClient) Proxy.newProxyInstance(OvsdbClient.class.getClassLoader(), new Class<?>[] {OvsdbClient.class},
            (self, method, arguments) -> switch (method.getName()) {
                case "isActive" -> active.get();
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == arguments[0];
                case "toString" -> "client";
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }

    @Test
    void whatEndedIsFound() {
        assertThat(UntoldClients.ended(List.of(told, other))).isEmpty();
        active.set(false);
        assertThat(UntoldClients.ended(List.of(told, other))).containsExactly(other);
    }

    @Test
    void whatNobodyToldOfIsFoundTheSecondTime() {
        assertThat(untold.begun(List.of(told, other), List.of(told))).isEmpty();
        assertThat(untold.begun(List.of(told, other), List.of(told))).containsExactly(other);
    }

    @Test
    void whatIsToldOfInTimeIsNot() {
        assertThat(untold.begun(List.of(told, other), List.of(told))).isEmpty();
        assertThat(untold.begun(List.of(told, other), List.of(told, other))).isEmpty();
        assertThat(untold.begun(List.of(told, other), List.of(told))).as("begins to count again").isEmpty();
    }

    @Test
    void whatEndedBeforeItWasToldOfIsNot() {
        assertThat(untold.begun(List.of(told, other), List.of(told))).isEmpty();
        active.set(false);
        assertThat(untold.begun(List.of(told, other), List.of(told))).isEmpty();
    }
}
