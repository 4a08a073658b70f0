/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BridgePlannerTest {
    private static final Target HERE = Target.parse("tcp:192.0.2.1:6653", 1).orElseThrow();

    private final BridgePlanner planner = planner(HERE);
    private Optional<String> hung = Optional.empty();

    private BridgePlanner planner(final Target target) {
        return new BridgePlanner(new ControllerPlanner(target, address -> address.toString().startsWith("192.0.2."),
            () -> hung));
    }

    private Plan applied(final FakeSwitch host) {
        final var plan = planner.plan(host.rows());
        host.commit(plan.operations());
        assertThat(planner.plan(host.rows()).operations()).as("a second look").isEmpty();
        return plan;
    }

    @Test
    void nothingIsDoneToADatabaseThatWasNotInitialised() {
        assertThat(planner.plan(Rows.EMPTY)).isEqualTo(Plan.NOTHING);
    }

    @Test
    void aBareHostGetsABridgeInOneTransaction() {
        final var host = FakeSwitch.bare();
        applied(host);
        final var bridge = host.bridge();
        assertThat(bridge.text("fail_mode")).contains("secure");
        assertThat(bridge.text("datapath_type")).contains("system");
        assertThat(bridge.texts("protocols")).contains("OpenFlow13");
        assertThat(bridge.entry("other_config", "disable-in-band")).contains("true");
        assertThat(host.rows().interfaces(bridge)).extracting(row -> row.text("type").orElse(""))
            .containsExactly("internal");
        assertThat(host.rows().referenced(bridge, "controller", OvsTable.CONTROLLER)).singleElement()
            .satisfies(row -> {
                assertThat(row.text("target")).contains("tcp:192.0.2.1:6653");
                assertThat(row.text("connection_mode")).contains("out-of-band");
                assertThat(Stamp.isOn(row)).isTrue();
            });
        assertThat(host.rows().root().orElseThrow().texts("bridges")).contains("phy", bridge.uuid());
    }

    @Test
    void aHostWithoutKernelDatapathGetsTheUserspaceOne() {
        final var host = FakeSwitch.bare().root("datapath_types", Set.of("netdev"));
        applied(host);
        assertThat(host.bridge().text("datapath_type")).contains("netdev");
    }

    @Test
    void theOperatorChoosesTheDatapath() {
        final var host = FakeSwitch.bare().root("external_ids", Map.of("tenantnet-datapath-type", "netdev"));
        applied(host);
        assertThat(host.bridge().text("datapath_type")).contains("netdev");
    }

    @Test
    void aDatapathThatTheHostLacksIsAProblem() {
        final var host = FakeSwitch.bare().root("external_ids", Map.of("tenantnet-datapath-type", "nonsense"));
        final var plan = planner.plan(host.rows());
        assertThat(plan.operations()).isEmpty();
        assertThat(plan.problem().orElseThrow()).contains("nonsense", "netdev, system");
    }

    @Test
    void noBridgeIsMadeBeforeTheHostSaysWhichDatapathsItHas() {
        final var plan = planner.plan(FakeSwitch.bare().root("datapath_types", Set.of()).rows());
        assertThat(plan.operations()).isEmpty();
        assertThat(plan.problem()).isPresent();
    }

    @Test
    void onlyWhatIsWrongIsChanged() {
        final var host = FakeSwitch.ready();
        final var uuid = host.bridge().uuid();
        host.set(OvsTable.BRIDGE, uuid, "fail_mode", Set.of("standalone"))
            .set(OvsTable.BRIDGE, uuid, "protocols", Set.of("OpenFlow15"))
            .set(OvsTable.BRIDGE, uuid, "other_config", Map.of("disable-in-band", "false", "hwaddr", "kept"));
        applied(host);
        assertThat(host.bridge().text("fail_mode")).contains("secure");
        assertThat(host.bridge().texts("protocols")).containsExactlyInAnyOrder("OpenFlow13", "OpenFlow15");
        assertThat(host.bridge().columns().get("other_config"))
            .isEqualTo(Map.of("disable-in-band", "true", "hwaddr", "kept"));
        assertThat(host.bridge().text("datapath_type")).contains("system");
    }

    @Test
    void anExistingBridgeKeepsItsDatapathUnlessTheOperatorAsks() {
        final var host = FakeSwitch.ready();
        host.set(OvsTable.BRIDGE, host.bridge().uuid(), "datapath_type", "netdev");
        assertThat(planner.plan(host.rows())).isEqualTo(planner.plan(FakeSwitch.ready().rows()));
        host.root("external_ids", Map.of("tenantnet-datapath-type", "system"));
        applied(host);
        assertThat(host.bridge().text("datapath_type")).contains("system");
        host.set(OvsTable.BRIDGE, host.bridge().uuid(), "datapath_type", "");
        assertThat(planner.plan(host.rows()).operations()).as("unset is the kernel's").isEmpty();
    }

    @Test
    void aBridgeThatOpenVSwitchDidNotMakeIsAProblem() {
        final var host = FakeSwitch.ready();
        host.set(OvsTable.BRIDGE, host.bridge().uuid(), "datapath_id", Set.of());
        final var plan = planner.plan(host.rows());
        assertThat(plan.operations()).isEmpty();
        assertThat(plan.problem().orElseThrow()).contains("ovs-vswitchd");
    }

    @Test
    void aFormerControllerOfOursGivesWayAndAForeignOneStays() {
        final var host = FakeSwitch.ready();
        host.put(OvsTable.CONTROLLER, "foreign", Map.of("target", "tcp:198.51.100.1:6653"));
        host.commit(List.of(new Op.Add(OvsTable.BRIDGE, host.bridge().uuid(), "controller",
            Set.of(new Op.Ref("foreign")))));
        final var moved = planner(Target.parse("tcp:[2001:db8::1]:6653", 1).orElseThrow());
        final var plan = moved.plan(host.rows());
        assertThat(plan.notices()).singleElement().asString().contains("tcp:198.51.100.1:6653");
        host.commit(plan.operations());
        assertThat(moved.plan(host.rows()).operations()).isEmpty();
        assertThat(targets(host)).containsExactlyInAnyOrder("tcp:[2001:db8::1]:6653", "tcp:198.51.100.1:6653");
    }

    @Test
    void anotherMemberOfTheClusterKeepsItsController() {
        final var host = FakeSwitch.ready();
        host.put(OvsTable.MANAGER, "m1", Map.of("target", "tcp:198.51.100.2:6640"));
        planMember(host, "tcp:198.51.100.2:6653");
        assertThat(targets(host)).containsExactlyInAnyOrder("tcp:192.0.2.1:6653", "tcp:198.51.100.2:6653");
        host.remove(OvsTable.MANAGER, "m1");
        applied(host);
        assertThat(targets(host)).containsExactly("tcp:192.0.2.1:6653");
    }

    @Test
    void anotherAddressOfThisMachineIsNoMember() {
        final var host = FakeSwitch.ready();
        host.put(OvsTable.MANAGER, "m1", Map.of("target", "tcp:192.0.2.7:6640"));
        planMember(host, "tcp:192.0.2.7:6653");
        applied(host);
        assertThat(targets(host)).containsExactly("tcp:192.0.2.1:6653");
    }

    @Test
    void aControllerThatTheOperatorSetToTheSamePlaceIsEnough() {
        final var host = readyWithOperators("tcp:192.0.2.1");
        assertThat(planner.plan(host.rows())).satisfies(plan -> {
            assertThat(plan.operations()).isEmpty();
            assertThat(plan.notices()).isEmpty();
        });
    }

    @Test
    void aConnectionThatHangsIsOpenedAnewWhileTheBridgeKeepsItsController() {
        final var host = FakeSwitch.ready();
        hung = Optional.of("tcp:192.0.2.1:6653");
        final var plan = applied(host);
        assertThat(plan.operations()).singleElement().isInstanceOf(Op.Update.class);
        assertThat(plan.summary()).contains("new connection to controller tcp:192.0.2.1");
        assertThat(targets(host)).containsExactly("tcp:192.0.2.1");
        hung = Optional.empty();
        assertThat(planner.plan(host.rows()).operations()).as("it stays").isEmpty();
        hung = Optional.of("tcp:192.0.2.1");
        applied(host);
        assertThat(targets(host)).containsExactly("tcp:192.0.2.1:6653");
    }

    @Test
    void aConnectionThatHangsIsTheOperatorsWhoseControllerItIs() {
        final var host = readyWithOperators("tcp:192.0.2.1:6653");
        hung = Optional.of("tcp:192.0.2.1:6653");
        assertThat(planner.plan(host.rows()).operations()).isEmpty();
    }

    /** A switch whose only controller is one that an operator set. */
    private static FakeSwitch readyWithOperators(final String target) {
        final var host = FakeSwitch.ready();
        final var row = host.rows().rows(OvsTable.CONTROLLER).iterator().next();
        host.put(OvsTable.CONTROLLER, row.uuid(), Map.of("target", target));
        return host;
    }

    private static void planMember(final FakeSwitch host, final String target) {
        final var row = Map.<String, Object>of("target", target, "connection_mode", "out-of-band",
            "external_ids", Stamp.EXTERNAL_IDS);
        host.put(OvsTable.CONTROLLER, "member", row);
        host.commit(List.of(new Op.Add(OvsTable.BRIDGE, host.bridge().uuid(), "controller",
            Set.of(new Op.Ref("member")))));
    }

    private static List<String> targets(final FakeSwitch host) {
        return host.rows().referenced(host.bridge(), "controller", OvsTable.CONTROLLER).stream()
            .map(row -> row.text("target").orElseThrow()).toList();
    }
}
