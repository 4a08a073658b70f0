/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SecurityProviderTest {
    @AfterEach
    void remove() {
        Security.removeProvider("BC");
    }

    @Test
    void isThereWhileItIsOpen() {
        assertThat(Security.getProvider("BC")).isNull();

        try (var provider = SecurityProvider.install()) {
            assertThat(provider).isNotNull();
            assertThat(Security.getProvider("BC")).isNotNull();
        }

        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void leavesOneThatWasThereBefore() {
        try (var first = SecurityProvider.install()) {
            assertThat(first).isNotNull();
            SecurityProvider.install().close();

            assertThat(Security.getProvider("BC")).isNotNull();
        }
    }
}
