/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.engine.SwitchReport;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolution;
import io.tenantnet.impl.resolve.WildCloud;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The state that is derived step by step is that which is derived from scratch, whatever the switches report. */
class DerivationPropertyTest {
    private static final int STEPS = 60;

    private final Map<String, SwitchReport> reports = new HashMap<>();

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyStepIsAsFromScratch(@ForAll final long seed) {
        final var random = new Random(seed);
        final var world = new WildCloud(random);
        reports.clear();
        var resolution = Resolution.EMPTY;
        var derivation = Derivation.EMPTY;
        var model = Model.EMPTY;
        for (int step = 0; step < STEPS; step++) {
            if (random.nextBoolean()) {
                model = world.next();
                resolution = resolution.next(model);
            } else {
                report(random, resolution);
            }
            derivation = derivation.next(model, resolution.resolved(), Map.copyOf(reports));
            assertThat(derivation.state()).as("step %s", step)
                .isEqualTo(StateDeriver.derive(model, resolution.resolved(), Map.copyOf(reports)));
        }
    }

    private void report(final Random random, final Resolution resolution) {
        final var hosts = new ArrayList<>(resolution.resolved().sites().keySet());
        if (hosts.isEmpty()) {
            return;
        }
        final var host = hosts.get(random.nextInt(hosts.size()));
        if (random.nextInt(6) == 0) {
            reports.remove(host);
            return;
        }
        final var scopes = new HashSet<Scope>();
        resolution.resolved().networks().keySet().forEach(id -> scopes.add(new Scope.OfNetwork(id)));
        resolution.resolved().ports().forEach((id, port) -> {
            scopes.add(new Scope.OfPort(id));
            port.guard().ifPresent(guard -> scopes.add(new Scope.OfPolicy(guard.policy())));
        });
        scopes.removeIf(scope -> random.nextInt(3) > 0);
        final Map<Scope, String> refused = new HashMap<>();
        scopes.stream().filter(scope -> random.nextInt(6) == 0).forEach(scope -> refused.put(scope, "no room"));
        final var problem = List.of(Optional.<String>empty(), Optional.of("br-int is being read"), Optional.of("refused"));
        reports.put(host, new SwitchReport(10, random.nextInt(5) == 0 ? 0 : 10, scopes, refused, problem.get(random.nextInt(3)), 0));
    }
}
