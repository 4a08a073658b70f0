/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowPoolTest {
    private final FlowPool pool = new FlowPool();

    @Test
    void switchesShareEqualFlowsAndNoOthers() {
        final var one = rendered(1);
        final var same = rendered(1);
        assertThat(same).isEqualTo(one).isSameAs(one);
        assertThat(rendered(2)).isNotEqualTo(one);
    }

    private Flow rendered(final int port) {
        final var scope = new Scope.OfSwitch();
        return pool.shared((resolved, hostId, any) -> List.of(new Flow(Table.CLASSIFIER, 1,
            Match.ANY.with(Field.IN_PORT, port), Instructions.DROP, scope))).render(null, "h1", scope).get(0);
    }
}
