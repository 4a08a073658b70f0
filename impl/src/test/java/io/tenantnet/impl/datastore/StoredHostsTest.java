/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredHostsTest {
    private final MemoryStore store = MemoryStore.create();
    private final StoredHosts hosts = new StoredHosts(store.broker());

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(hosts.load()).isEmpty();
    }

    @Test
    void hostsAreKnownAfterARestart() {
        hosts.add("h1");
        hosts.add("h2");
        hosts.add("h1");
        hosts.remove("h2");
        hosts.remove("never seen");
        assertThat(new StoredHosts(store.getDataBroker()).load()).containsExactly("h1");
    }
}
