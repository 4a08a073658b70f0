/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.tenantnet.it.lab.FlowDump;
import io.tenantnet.it.model.Machine;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be meant is refused with the name of the leaf and its value, and nothing of it is applied. */
@ExtendWith(BenchExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadRequestsIT {
    private static final List<Machine> MACHINES = BadRequests.MACHINES;

    private final Bench bench;
    private String config;
    private List<FlowDump> dumps;

    BadRequestsIT(final Bench bench) {
        this.bench = bench;
    }

    @BeforeAll
    void raise() {
        final var hosts = bench.addHosts(2);
        bench.model().putAll(List.of(BadRequests.RED, BadRequests.BLUE), MACHINES);
        for (int index = 0; index < MACHINES.size(); index++) {
            bench.lab().plug(MACHINES.get(index), hosts.get(index % 2));
        }
        bench.awaitInSync(MACHINES);
        config = bench.model().config();
        dumps = bench.dumps();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isRefusedAndNothingOfItApplied(final BadRequests.Bad bad) {
        final var text = bad.body() instanceof String raw ? raw : new Gson().toJson(bad.body());
        final var answer = bench.rest().send("PUT", bad.path(), text);
        assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
        assertThat(answer.text()).contains("error-message").contains(bad.message());
        assertThat(bench.model().config()).isEqualTo(config);
        assertThat(Bench.differences(dumps, bench.dumps())).isEmpty();
        assertThat(bench.model().state().pending(MACHINES, 2)).isEmpty();
    }

    static Stream<BadRequests.Bad> requests() {
        return BadRequests.all();
    }
}
