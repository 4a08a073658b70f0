/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import java.security.Provider;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The BouncyCastle provider, present for as long as this is open. OpenDaylight's own Karaf has it on the boot class
 * path; AAA asks for it by name and, where it is missing, answers every request with 401.
 */
final class SecurityProvider implements AutoCloseable {
    private final Provider added;

    private SecurityProvider(final Provider added) {
        this.added = added;
    }

    static SecurityProvider install() {
        final var provider = new BouncyCastleProvider();
        // A position of -1 means that one of this name is there already, and then it is not ours to take away.
        return new SecurityProvider(Security.addProvider(provider) == -1 ? null : provider);
    }

    @Override
    public void close() {
        if (added != null) {
            Security.removeProvider(added.getName());
        }
    }
}
