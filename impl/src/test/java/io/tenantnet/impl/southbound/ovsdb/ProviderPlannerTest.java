/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderPlannerTest {
    private final ProviderPlanner planner = new ProviderPlanner();
    private final FakeSwitch host = FakeSwitch.ready();

    private Plan apply() {
        final var plan = planner.plan(host.rows());
        host.commit(plan.operations());
        assertThat(planner.plan(host.rows()).operations()).as("a second look").isEmpty();
        return plan;
    }

    private Map<String, String> problems() {
        assertThat(planner.plan(host.rows()).problem()).as("a problem of the whole host's").isEmpty();
        return ProviderPlanner.problems(host.rows());
    }

    private void map(final String mappings) {
        host.root("other_config", Map.of("provider_mappings", mappings));
    }

    private void addBridge(final String name, final String datapath) {
        host.put(OvsTable.BRIDGE, name, Map.of("name", name, "datapath_type", datapath, "ports", Set.of()));
    }

    private Optional<Row> portOn(final String bridge, final String name) {
        return host.rows().referenced(host.named(OvsTable.BRIDGE, bridge), "ports", OvsTable.PORT).stream()
            .filter(row -> row.text("name").filter(name::equals).isPresent()).findFirst();
    }

    @Test
    void aBridgeIsJoinedByAPairOfPatchPorts() {
        map("physnet1:br-phy");
        apply();
        assertThat(problems()).isEmpty();
        assertThat(portOn("br-int", "tn-int-br-phy")).hasValueSatisfying(port -> assertThat(Stamp.isOn(port)).isTrue());
        assertThat(portOn("br-phy", "tn-phy-br-phy")).hasValueSatisfying(port -> assertThat(Stamp.isOn(port)).isTrue());
        final var here = host.named(OvsTable.INTERFACE, "tn-int-br-phy");
        assertThat(here.text("type")).contains("patch");
        assertThat(here.columns().get("options")).isEqualTo(Map.of("peer", "tn-phy-br-phy"));
        assertThat(host.named(OvsTable.INTERFACE, "tn-phy-br-phy").columns().get("options"))
            .isEqualTo(Map.of("peer", "tn-int-br-phy"));
    }

    @Test
    void anInterfaceIsPluggedIn() {
        map("physnet1:br-phy, physnet2:eth1");
        apply();
        assertThat(portOn("br-int", "eth1")).isPresent();
        assertThat(host.named(OvsTable.INTERFACE, "eth1").columns()).doesNotContainKey("type");
    }

    @Test
    void whatIsNoLongerMappedIsUndone() {
        map("physnet1:br-phy,physnet2:eth1");
        apply();
        map("physnet2:eth1");
        apply();
        assertThat(portOn("br-int", "tn-int-br-phy")).isEmpty();
        assertThat(portOn("br-phy", "tn-phy-br-phy")).isEmpty();
        assertThat(portOn("br-int", "eth1")).isPresent();
        host.root("other_config", Map.of());
        apply();
        assertThat(portOn("br-int", "eth1")).isEmpty();
    }

    @Test
    void portsThatOthersMadeStay() {
        host.port("eth1", Map.of());
        host.port("tn-int-br-phy", Map.of("type", "patch"));
        map("physnet1:br-phy,physnet2:eth1");
        assertThat(problems())
            .isEqualTo(Map.of("physnet1", "a port tn-int-br-phy exists that TenantNet did not make"));
        host.root("other_config", Map.of());
        assertThat(planner.plan(host.rows())).as("an operator's own port").satisfies(plan ->
            assertThat(plan.operations()).isEmpty());
    }

    @Test
    void anInterfaceOfAnotherBridgeIsAProblem() {
        host.put(OvsTable.INTERFACE, "if-eth1", Map.of("name", "eth1"));
        host.put(OvsTable.PORT, "port-eth1", Map.of("name", "eth1", "interfaces", Set.of("if-eth1")));
        host.put(OvsTable.BRIDGE, "phy", Map.of("name", "br-phy", "ports", Set.of("port-eth1")));
        map("physnet2:eth1");
        assertThat(planner.plan(host.rows()).operations()).isEmpty();
        assertThat(problems()).isEqualTo(Map.of("physnet2", "interface eth1 belongs to bridge br-phy"));
    }

    @Test
    void aBridgeOfAnotherDatapathIsAProblem() {
        addBridge("br-ex", "netdev");
        map("physnet1:br-ex");
        assertThat(problems())
            .isEqualTo(Map.of("physnet1", "bridge br-ex has datapath type netdev, but br-int has system"));
    }

    /** An interface of its name would prevent that it comes back. */
    @Test
    void aBridgeThatIsGoneIsNoInterface() {
        addBridge("br-ex", "system");
        map("physnet1:br-ex");
        apply();
        host.remove(OvsTable.BRIDGE, "br-ex");
        final var here = portOn("br-int", "tn-int-br-ex");
        host.rows().named(OvsTable.PORT, "tn-phy-br-ex").ifPresent(row -> host.remove(OvsTable.PORT, row.uuid()));
        apply();
        assertThat(problems()).isEqualTo(Map.of("physnet1", "bridge br-ex is gone"));
        assertThat(portOn("br-int", "tn-int-br-ex")).isEqualTo(here);
        addBridge("br-ex", "system");
        apply();
        assertThat(problems()).isEmpty();
        assertThat(portOn("br-ex", "tn-phy-br-ex")).isPresent();
    }

    @Test
    void whatOpenVSwitchCannotOpenIsAProblem() {
        map("physnet2:eth1");
        apply();
        host.set(OvsTable.INTERFACE, host.named(OvsTable.INTERFACE, "eth1").uuid(), "error",
            Set.of("could not open network device eth1 (No such device)"));
        assertThat(problems())
            .isEqualTo(Map.of("physnet2", "could not open network device eth1 (No such device)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "physnet1 | '' | has 'physnet1', which is not NETWORK:DEVICE",
        "physnet1: | '' | has 'physnet1:', which is not NETWORK:DEVICE",
        "a:b:c | '' | has 'a:b:c', which is not NETWORK:DEVICE",
        "a:eth1,a:eth2 | '' | names a twice",
        "a:eth1,b:eth1 | b | names eth1 twice",
        "a:br-int | a | names br-int itself"})
    void aMalformedMappingIsAProblemAndTheOthersHold(final String mappings, final String network, final String problem) {
        map(mappings + ",good:eth9");
        apply();
        assertThat(problems()).isEqualTo(Map.of(network, "other_config:provider_mappings " + problem));
        assertThat(portOn("br-int", "eth9")).isPresent();
    }

    @Test
    void theFirstKeyThatIsThereCounts() {
        host.root("external_ids", Map.of("ovn-bridge-mappings", "a:eth4", "bridge-mappings", "a:eth3"));
        host.root("other_config", Map.of("bridge_mappings", "a:eth2", "provider_mappings", "a:eth1"));
        assertThat(device()).isEqualTo("eth1");
        host.root("other_config", Map.of("bridge_mappings", "a:eth2"));
        assertThat(device()).isEqualTo("eth2");
        host.root("other_config", Map.of());
        assertThat(device()).isEqualTo("eth3");
        host.root("external_ids", Map.of("ovn-bridge-mappings", "a:eth4"));
        assertThat(device()).isEqualTo("eth4");
    }

    private String device() {
        return ProviderMappings.of(host.rows()).good().get(0).device();
    }
}
