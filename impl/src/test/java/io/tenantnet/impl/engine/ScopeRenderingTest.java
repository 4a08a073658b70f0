/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.resolve.Resolved;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeRenderingTest {
    private static final Scope GOOD = new Scope.OfPort(Sample.portId(1));
    private static final Scope BAD = new Scope.OfPort(Sample.portId(2));

    private boolean broken = true;
    private final ScopeRendering rendering = new ScopeRendering("h1", (resolved, hostId, scope) -> {
        if (broken && scope.equals(BAD)) {
            throw new IllegalStateException("no such way");
        }
        return List.of();
    });

    @Test
    void aScopeThatCannotBeRenderedDoesNotKeepTheOthersBack() {
        assertThat(rendering.render(Resolved.EMPTY, Set.of(GOOD, BAD))).containsOnlyKeys(GOOD);
        assertThat(rendering.failures()).containsOnlyKeys(BAD);
        assertThat(rendering.failures().get(BAD)).contains("no such way");
    }

    @Test
    void itIsTriedAgainWithTheNextModel() {
        rendering.render(Resolved.EMPTY, Set.of(BAD));
        broken = false;
        assertThat(rendering.render(Resolved.EMPTY, Set.of(GOOD))).containsOnlyKeys(GOOD, BAD);
        assertThat(rendering.failures()).isEmpty();
    }
}
