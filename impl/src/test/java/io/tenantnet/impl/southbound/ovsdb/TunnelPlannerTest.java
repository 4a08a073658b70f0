/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.model.NetworkType;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TunnelPlannerTest {
    private final TunnelPlanner planner = new TunnelPlanner("h1", NetworkType.VXLAN, (id, type, present) -> true);
    private final TunnelPlanner none = new TunnelPlanner("h1", NetworkType.VXLAN, (id, type, present) -> false);
    private final FakeSwitch host = FakeSwitch.ready().root("other_config", Map.of("local_ip", "192.0.2.11"));

    private void apply() {
        host.commit(planner.plan(host.rows()).operations());
        assertThat(planner.plan(host.rows())).isEqualTo(Plan.NOTHING);
    }

    private Row port() {
        return host.named(OvsTable.INTERFACE, "tn-vxlan");
    }

    @Test
    void aHostWithATunnelAddressGetsOnePort() {
        apply();
        assertThat(host.rows().interfaces(host.bridge())).contains(port());
        assertThat(port().text("type")).contains("vxlan");
        assertThat(port().columns().get("options"))
            .isEqualTo(Map.of("key", "flow", "remote_ip", "flow", "local_ip", "192.0.2.11", "tos", "inherit"));
        assertThat(Stamp.isOn(port())).isTrue();
        assertThat(Stamp.isOn(host.named(OvsTable.PORT, "tn-vxlan"))).isTrue();
    }

    @Test
    void withoutABridgeThereIsNothingToDo() {
        assertThat(planner.plan(FakeSwitch.bare().rows())).isEqualTo(Plan.NOTHING);
    }

    @Test
    void thePortFollowsTheTunnelAddressAndKeepsOtherOptions() {
        apply();
        host.set(OvsTable.INTERFACE, port().uuid(), "options",
            Map.of("key", "flow", "remote_ip", "flow", "local_ip", "192.0.2.11", "tos", "inherit"));
        host.root("other_config", Map.of("local_ip", "2001:DB8::11"));
        apply();
        assertThat(port().columns().get("options"))
            .isEqualTo(Map.of("key", "flow", "remote_ip", "flow", "local_ip", "2001:db8::11", "tos", "inherit"));
    }

    @Test
    void thePortGoesWithTheTunnelAddress() {
        apply();
        host.root("other_config", Map.of());
        apply();
        assertThat(host.rows().named(OvsTable.PORT, "tn-vxlan")).isEmpty();
    }

    @Test
    void thePortGoesWhenTunnelsAreMadeOtherwise() {
        apply();
        host.commit(none.plan(host.rows()).operations());
        assertThat(host.rows().named(OvsTable.PORT, "tn-vxlan")).isEmpty();
        assertThat(none.plan(host.rows())).isEqualTo(Plan.NOTHING);
    }

    @Test
    void aPortOfAnotherKindIsMadeAndKeptAsWished() {
        final var wanted = new AtomicReference<Predicate<Boolean>>(present -> present);
        final var gre = new TunnelPlanner("h1", NetworkType.GRE, (id, type, present) -> wanted.get().test(present));
        assertThat(gre.plan(host.rows())).as("none is there to be kept").isEqualTo(Plan.NOTHING);
        wanted.set(present -> true);
        host.commit(gre.plan(host.rows()).operations());
        assertThat(host.named(OvsTable.INTERFACE, "tn-gre").text("type")).contains("gre");
        wanted.set(present -> present);
        assertThat(gre.plan(host.rows())).isEqualTo(Plan.NOTHING);
        apply();
        assertThat(gre.plan(host.rows())).as("the vxlan port is another's").isEqualTo(Plan.NOTHING);
        wanted.set(present -> false);
        host.commit(gre.plan(host.rows()).operations());
        assertThat(host.rows().named(OvsTable.PORT, "tn-gre")).isEmpty();
        assertThat(host.rows().named(OvsTable.PORT, "tn-vxlan")).isPresent();
    }

    @Test
    void aTunnelAddressThatIsNoneIsAProblem() {
        apply();
        host.root("other_config", Map.of("local_ip", "nonsense"));
        final var plan = planner.plan(host.rows());
        assertThat(plan.problem().orElseThrow()).contains("nonsense");
        assertThat(plan.operations()).isNotEmpty();
    }

    @Test
    void aPortOfThatNameThatIsNotOursIsLeftAlone() {
        host.port("tn-vxlan", Map.of("type", "vxlan"));
        final var plan = planner.plan(host.rows());
        assertThat(plan.operations()).isEmpty();
        assertThat(plan.problem()).isPresent();
        assertThat(none.plan(host.rows())).isEqualTo(Plan.NOTHING);
    }

    @Test
    void anInterfaceThatTakesTheSamePacketsIsAProblemThatNamesIt() {
        apply();
        host.port("operator", Map.of("type", "vxlan",
            "options", Map.of("key", "flow", "remote_ip", "flow", "local_ip", "192.0.2.11")));
        final var plan = planner.plan(host.rows());
        assertThat(plan.operations()).isEmpty();
        assertThat(plan.problem().orElseThrow()).contains("operator");
        host.set(OvsTable.INTERFACE, "if-operator", "options",
            Map.of("key", "flow", "remote_ip", "192.0.2.12", "local_ip", "192.0.2.11"));
        assertThat(planner.plan(host.rows())).isEqualTo(Plan.NOTHING);
    }

    @Test
    void aRefusedPortIsMadeAnew() {
        apply();
        final var refused = port().uuid();
        host.set(OvsTable.INTERFACE, refused, "error", Set.of("File exists"));
        final var plan = planner.plan(host.rows());
        assertThat(plan.problem().orElseThrow()).contains("File exists");
        assertThat(plan.operations().get(0)).isInstanceOf(Op.Remove.class);
        assertThat(plan.operations()).filteredOn(Op.Insert.class::isInstance).hasSize(2);
    }
}
