/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import io.tenantnet.it.model.TenantModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a real networking-odl (stable/zed) sent, sent again: objects are made, changed and removed. */
@ExtendWith(BenchExtension.class)
class RecordedRequestsIT {
    private static final String CANARY = "bd8db3a8-2b30-4083-a8b3-b3fd46401142";

    private final Bench bench;
    private final Neutron neutron;

    RecordedRequestsIT(final Bench bench) {
        this.bench = bench;
        neutron = new Neutron(bench.lab());
    }

    @BeforeEach
    void ready() {
        neutron.awaitReady();
    }

    @AfterEach
    void clear() {
        neutron.clear();
    }

    @Test
    void eachIsAnsweredAsTheDriverNeedsAndTwice() throws IOException {
        for (int round = 0; round < 2; round++) {
            // The driver made it before the record began.
            neutron.post("networks", "network", canary()).expectSuccess();
            replay("2-create-update");
            assertThat(ids("networks", "network")).hasSize(7);
            assertThat(ids("subnets", "subnet")).hasSize(4);
            assertThat(ids("ports", "port")).hasSize(11);
            assertThat(ids("routers", "router")).hasSize(1);
            assertThat(ids("floating-ips", "floating-ip")).hasSize(1);
            assertThat(ids("security-groups", "security-group")).hasSize(2);
            assertThat(ids("security-group-rules", "security-group-rule")).hasSize(10);
            for (final var list : List.of("networks", "subnets", "ports", "routers")) {
                assertThat(ids(list, list.substring(0, list.length() - 1))).isEqualTo(neutronIds(list));
            }
            replay("4-delete");
            neutron.clear();
            for (final var list : List.of("networks", "subnets", "ports", "routers", "security-groups",
                    "security-group-rules", "floating-ips")) {
                assertThat(ids(list, list.substring(0, list.length() - 1))).as(list).isEmpty();
            }
        }
    }

    @Test
    void everythingSentAgainIsTheSame() throws IOException {
        neutron.post("networks", "network", canary()).expectSuccess();
        replay("2-create-update");
        final var before = bench.model().config();
        neutron.sendAllAgain();
        assertThat(bench.model().config()).isEqualTo(before);
    }

    private static Map<String, Object> canary() {
        return Map.of("id", CANARY, "admin_state_up", false);
    }

    private void replay(final String phase) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                RecordedRequestsIT.class.getResourceAsStream("/recorded-requests.jsonl"), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(line -> line.get("phase").getAsString().equals(phase)).forEach(this::send);
        }
    }

    private void send(final JsonObject request) {
        final var body = request.get("body");
        final var path = request.get("path").getAsString();
        final var answer = neutron.answer(request.get("method").getAsString(), path,
            body.isJsonNull() ? null : body.toString());
        assertThat(answer.status()).as("%s: %s", request.get("n"), answer)
            // Without a host there are none that can be bound to.
            .isIn(path.contains("hostconfigs") ? Set.of(200, 404) : Set.of(request.get("stub_status").getAsInt()));
    }

    private Set<String> ids(final String container, final String list) {
        final var answer = bench.rest().get(TenantModel.ROOT + "?content=config");
        final var root = answer.status() == 404 ? null : answer.expectSuccess().object(TenantModel.ROOT);
        final var ids = new TreeSet<String>();
        if (root != null && root.has(container)) {
            final JsonArray entries = root.getAsJsonObject(container).getAsJsonArray(list);
            entries.forEach(entry -> ids.add(entry.getAsJsonObject().get("uuid").getAsString()));
        }
        return ids;
    }

    private Set<String> neutronIds(final String collection) {
        final var ids = new TreeSet<String>();
        neutron.list(collection).forEach(object -> ids.add(object.getAsJsonObject().get("id").getAsString()));
        return ids;
    }
}
