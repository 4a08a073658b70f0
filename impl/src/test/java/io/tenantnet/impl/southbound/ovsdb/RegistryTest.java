/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.engine.PresenceListener;
import io.tenantnet.impl.model.Host;
import io.tenantnet.impl.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private final List<String> heard = new ArrayList<>();
    private final HostReader reader = new HostReader(new Arrivals());
    private final ManualLoop loop = new ManualLoop();
    private final Registry<Host> registry = new Registry<>("Host", new PresenceListener<>() {
        @Override
        public void changed(final Host host) {
            heard.add(host.id() + " at " + host.management().orElseThrow() + " with "
                + host.interfaces().keySet().stream().sorted().toList());
        }

        @Override
        public void disconnected(final String hostId) {
            heard.add(hostId + " is gone");
        }
    });

    private Session<Host> session(final String address) {
        final var endpoint = new Endpoint(IpAddress.parse("192.0.2.1"), IpAddress.parse(address), 1);
        return new Session<>(endpoint, reader, registry, (id, problemChanged) -> List.of(new Keeper(id,
            rows -> Plan.NOTHING, operations -> CompletableFuture.completedFuture(null), loop, problemChanged)));
    }

    private static RowChanges all(final FakeSwitch fake) {
        final var changes = new RowChanges.Builder();
        for (var table : OvsTable.of(OvsTable.DATABASE)) {
            fake.rows().rows(table).forEach(row -> changes.put(table, row));
        }
        return changes.build();
    }

    @Test
    void onlyChangesAreReported() {
        final var session = session("192.0.2.11");
        final var fake = FakeSwitch.ready();
        session.changed(all(fake));
        session.changed(all(fake));
        session.changed(all(fake.port("tap", Map.of())));
        session.close();
        assertThat(heard).containsExactly("host-1 at 192.0.2.11 with []", "host-1 at 192.0.2.11 with [tap]",
            "host-1 is gone");
    }

    @Test
    void aDatabaseThatWasNotInitialisedIsNoHost() {
        final var session = session("192.0.2.11");
        session.changed(new RowChanges.Builder().build());
        session.close();
        assertThat(heard).isEmpty();
    }

    @Test
    void aNewIdIsAnotherHost() {
        final var session = session("192.0.2.11");
        final var fake = FakeSwitch.ready();
        session.changed(all(fake));
        session.changed(all(fake.root("external_ids", Map.of("system-id", "host-2"))));
        assertThat(heard).containsExactly("host-1 at 192.0.2.11 with []", "host-1 is gone",
            "host-2 at 192.0.2.11 with []");
    }

    @Test
    void theNewestConnectionOfAHostLeadsAndTheNextTakesOver() {
        final var old = session("192.0.2.11");
        final var fresh = session("192.0.2.12");
        final var fake = FakeSwitch.ready();
        old.changed(all(fake));
        fresh.changed(all(FakeSwitch.ready()));
        old.changed(all(fake.port("unheard", Map.of())));
        heard.add("the newer ends");
        fresh.close();
        old.close();
        assertThat(heard).containsExactly("host-1 at 192.0.2.11 with []", "host-1 at 192.0.2.12 with []",
            "the newer ends", "host-1 at 192.0.2.11 with [unheard]", "host-1 is gone");
    }

    @Test
    void anOldConnectionThatEndsIsNoLoss() {
        final var old = session("192.0.2.11");
        final var fresh = session("192.0.2.12");
        old.changed(all(FakeSwitch.ready()));
        fresh.changed(all(FakeSwitch.ready()));
        old.close();
        assertThat(heard).containsExactly("host-1 at 192.0.2.11 with []", "host-1 at 192.0.2.12 with []");
    }
}
