/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiTest {
    private static final String ID = "00000000-0000-4000-8000-00000000000";
    private static final String NETWORK = "networks/" + ID + "1";

    private final Api api = new Api();

    private int postNetwork(final String keys) {
        return api.post("networks", "{'network': {'id': '" + ID + "1'" + keys + "}}").status();
    }

    @Test
    void unknownKeysAndNullsAreGivenBack() {
        assertThat(postNetwork(", 'tags': ['a'], 'whatever': {'x': null}, 'mtu': null")).isEqualTo(201);
        final var network = api.get(NETWORK).object("network");
        assertThat(network.get("whatever").toString()).isEqualTo("{\"x\":null}");
        assertThat(network.get("mtu").isJsonNull()).isTrue();
    }

    @Test
    void anIdHasTwoSpellings() {
        assertThat(api.post("networks", "{'network': {'id': '000000000000400080000000000000AB'}}").status())
            .isEqualTo(201);
        assertThat(api.get("networks/00000000-0000-4000-8000-0000000000ab").status()).isEqualTo(200);
        assertThat(api.delete("networks/000000000000400080000000000000ab").status()).isEqualTo(204);
        assertThat(api.store().model().getNetworks() == null
            || api.store().model().getNetworks().nonnullNetwork().isEmpty()).isTrue();
    }

    @Test
    void repeats() {
        assertThat(postNetwork(", 'name': 'a'")).isEqualTo(201);
        assertThat(postNetwork(", 'name': 'a', 'updated_at': 'later'")).isEqualTo(201);
        assertThat(postNetwork(", 'name': 'b'")).isEqualTo(409);
        assertThat(api.delete(NETWORK).status()).isEqualTo(204);
        assertThat(api.delete(NETWORK).status()).isEqualTo(404);
        assertThat(api.put(NETWORK, "{'network': {'name': 'a'}}").status()).isEqualTo(404);
    }

    @Test
    void aLaterRevisionIsTakenAndAnEarlierIgnored() {
        assertThat(postNetwork(", 'name': 'two', 'revision_number': 2")).isEqualTo(201);
        assertThat(api.put(NETWORK, "{'network': {'name': 'one', 'revision_number': 1}}").status()).isEqualTo(200);
        assertThat(api.get(NETWORK).object("network").get("name").getAsString()).isEqualTo("two");
        assertThat(postNetwork(", 'name': 'three', 'revision_number': 3")).isEqualTo(201);
        assertThat(api.get(NETWORK).object("network").get("name").getAsString()).isEqualTo("three");
    }

    @Test
    void anUpdateReplacesButForWhatItNeverCarries() {
        api.post("ports", "{'port': {'id': '" + ID + "2', 'network_id': '" + ID + "1', 'tenant_id': 't', 'name': 'p',"
            + "'mac_address': 'fa:16:3e:00:00:01', 'fixed_ips': [{'ip_address': '10.0.0.1'}], 'device_id': 'd'}}");
        assertThat(api.put("ports/" + ID + "2", "{'port': {'name': 'q'}}").status()).isEqualTo(200);
        final var port = api.store().model().getPorts().nonnullPort().get(0);
        assertThat(port.getName()).isEqualTo("q");
        assertThat(port.getMacAddress().getValue()).isEqualTo("fa:16:3e:00:00:01");
        assertThat(port.getProjectId()).isEqualTo("t");
        assertThat(port.getFixedIps()).hasSize(1);
        assertThat(port.getDeviceId()).isNull();
    }

    @Test
    void aFloatingIpWithoutPortStandsForNone() {
        final var path = "floatingips/" + ID + "3";
        api.post("floatingips", "{'floatingip': {'id': '" + ID + "3', 'port_id': '" + ID + "2'}}");
        assertThat(api.put(path, "{'floatingip': {'status': 'DOWN'}}").status()).isEqualTo(200);
        assertThat(api.store().model().getFloatingIps().nonnullFloatingIp().get(0).getPortId()).isNull();
    }

    @Test
    void allFormsOfSeveral() {
        final var list = "[{'id': '" + ID + "1'}, {'id': '" + ID + "2'}]";
        for (final var key : new String[] {"networks", "network"}) {
            final var answer = api.post("networks", "{'" + key + "': " + list + "}");
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().getAsJsonArray("networks")).hasSize(2);
        }
        assertThat(api.post("networks", "{'networks': [{'id': '" + ID + "3'}, {'id': 'x'}]}").status()).isEqualTo(400);
        assertThat(api.store().stored()).isEqualTo(2);
        assertThat(api.post("networks", "{'networks': []}").status()).isEqualTo(201);
    }

    @Test
    void rulesComeAndGoWithTheirGroup() {
        final var rule = "{'id': '" + ID + "5', 'direction': 'ingress', 'security_group_id': '" + ID + "4'}";
        api.post("security-groups",
            "{'security_group': {'id': '" + ID + "4', 'security_group_rules': [" + rule + "]}}");
        assertThat(api.store().model().getSecurityGroupRules().nonnullSecurityGroupRule()).hasSize(1);
        // The rule's own request says it in other words.
        assertThat(api.post("security-group-rules", "{'security_group_rule': {'id': '" + ID
            + "5', 'direction': 'ingress', 'protocol': 'tcp', 'security_group_id': '" + ID + "4'}}").status())
            .isEqualTo(201);
        assertThat(api.delete("security-groups/" + ID + "4").status()).isEqualTo(204);
        assertThat(api.store().stored()).isZero();
        assertThat(api.delete("security-group-rules/" + ID + "5").status()).isEqualTo(204);
        assertThat(api.delete("security-group-rules/" + ID + "5").status()).isEqualTo(404);
    }

    @Test
    void aRuleForAnAddressGroupAllowsNothing() {
        assertThat(api.post("security-group-rules", "{'security_group_rule': {'id': '" + ID + "5', 'direction':"
            + " 'ingress', 'remote_address_group_id': '" + ID + "6'}}").status()).isEqualTo(201);
        assertThat(api.store().model().getSecurityGroupRules()).isNull();
        assertThat(api.get("security-group-rules/" + ID + "5").status()).isEqualTo(200);
    }

    @Test
    void theFirstDriversCallForARouterInterfaceIsAcknowledged() {
        final var path = "routers/" + ID + "7";
        final var body = "{'id': '" + ID + "7', 'port_id': '" + ID + "2', 'subnet_id': '" + ID + "3'}";
        assertThat(api.put(path + "/add_router_interface", body).status()).isEqualTo(404);
        api.post("routers", "{'router': {'id': '" + ID + "7'}}");
        assertThat(api.put(path + "/add_router_interface", body).status()).isEqualTo(200);
        assertThat(api.put(path + "/remove_router_interface", body).status()).isEqualTo(200);
        assertThat(api.put(path + "/add_router_interface", "[]").status()).isEqualTo(400);
        assertThat(api.store().stored()).isEqualTo(1);
    }

    @Test
    void whatIsNotThere() {
        assertThat(api.get("nothing").status()).isEqualTo(404);
        assertThat(api.get("networks/x").status()).isEqualTo(404);
        assertThat(api.get("").status()).isEqualTo(404);
        assertThat(api.put("networks", "{}").status()).isEqualTo(405);
        assertThat(api.post(NETWORK, "{}").status()).isEqualTo(405);
        assertThat(api.send("PATCH", NETWORK, new byte[0]).status()).isEqualTo(405);
        assertThat(api.get("networks/x").json().get("error").getAsString()).contains("no UUID");
    }
}
