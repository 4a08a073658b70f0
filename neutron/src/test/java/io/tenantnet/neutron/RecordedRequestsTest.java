/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.config.ConfigReader;
import io.tenantnet.impl.model.QosPolicy.BandwidthLimit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.tenantnet.l3.rev261121.l3.floating.ips.FloatingIp;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.ports.Port;
import org.opendaylight.yang.gen.v1.urn.tenantnet.qos.rev261121.qos.qos.policies.QosPolicy;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.NetworkType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Source;

/** The requests of a real driver, from the first to the last. */
class RecordedRequestsTest {
    private static final String CANARY = "networks/bd8db3a8-2b30-4083-a8b3-b3fd46401142";

    private final Api api = new Api();

    @Test
    void everyRequestIsAnsweredAsTheDriverNeedsAndTwice() {
        for (int round = 0; round < 2; round++) {
            makeCanary();
            replay("2-create-update");
            checkModel();
            replay("4-delete");
            api.delete(CANARY);
            replay("9-websocket");
            removeTheRest();
            assertThat(api.store().stored()).isZero();
            final var model = api.store().model();
            assertThat(model.getNetworks() == null || model.getNetworks().nonnullNetwork().isEmpty()).isTrue();
            assertThat(model.getPorts() == null || model.getPorts().nonnullPort().isEmpty()).isTrue();
            assertThat(model.getSecurityGroupRules() == null
                || model.getSecurityGroupRules().nonnullSecurityGroupRule().isEmpty()).isTrue();
        }
    }

    @Test
    void theSameAgainChangesNothing() {
        makeCanary();
        replay("2-create-update");
        final var model = api.store().model();
        final int stored = api.store().stored();
        Recorded.all().stream().filter(request -> request.phase().equals("2-create-update"))
            .filter(request -> request.method().equals("PUT")).forEach(request ->
                assertThat(api.send("PUT", request.path(), request.bytes()).status()).as("%s", request).isEqualTo(200));
        // A full synchronisation sends every object as it is now.
        for (final var collection : List.of("security-groups", "networks", "subnets", "ports", "routers",
                "floatingips", "qos/policies")) {
            final var listed = api.get(collection).json();
            final var answer = api.post(collection, listed.toString());
            assertThat(answer.status()).as(collection).isEqualTo(201);
        }
        assertThat(api.store().stored()).isEqualTo(stored);
        assertThat(api.store().model()).isEqualTo(model);
    }

    /** The driver made it before the record began. */
    private void makeCanary() {
        api.post("networks", "{'network': {'id': 'bd8db3a8-2b30-4083-a8b3-b3fd46401142', 'admin_state_up': false}}");
    }

    private void replay(final String phase) {
        for (final var request : Recorded.all()) {
            if (request.phase().equals(phase)) {
                final var answer = api.send(request.method(), request.path(), request.bytes());
                assertThat(answer.status()).as("%s %s", request, answer.text()).isEqualTo(request.status());
                if (answer.status() != 204 && request.body() != null) {
                    final var key = request.body().keySet().iterator().next();
                    final var given = request.body().getAsJsonObject(key);
                    final var stored = answer.object(key);
                    given.entrySet().forEach(entry ->
                        assertThat(stored.get(entry.getKey())).isEqualTo(entry.getValue()));
                }
            }
        }
    }

    private void checkModel() {
        final var model = api.store().model();
        assertThat(model.getNetworks().nonnullNetwork()).hasSize(7).allSatisfy(network -> {
            assertThat(network.getSource()).isEqualTo(Source.Neutron);
            ConfigReader.network(network);
        });
        final var vlan = model.getNetworks().nonnullNetwork().stream()
            .filter(network -> "vlan101".equals(network.getName())).findFirst().orElseThrow();
        assertThat(vlan.getNetworkType()).isEqualTo(NetworkType.Vlan);
        assertThat(vlan.getPhysicalNetwork()).isEqualTo("physnet1");
        assertThat(vlan.getSegmentationId().getValue().intValue()).isEqualTo(101);
        assertThat(model.getSubnets().nonnullSubnet()).hasSize(4).allSatisfy(ConfigReader::subnet);
        assertThat(model.getPorts().nonnullPort()).hasSize(11).allSatisfy(ConfigReader::port);
        checkMachine(port("vm1"));
        assertThat(port("vm2-renamed").isAdminStateUp()).isFalse();
        final var router = model.getRouters().nonnullRouter().get(0);
        assertThat(router.getName()).isEqualTo("rtr-renamed");
        assertThat(router.getProjectId()).isEqualTo("1".repeat(32));
        assertThat(router.getExternalGateway().getFixedIps().get(0).getIpAddress().getValue())
            .isEqualTo("203.0.113.91");
        assertThat(router.getRoutes()).hasSize(1);
        final FloatingIp floating = model.getFloatingIps().nonnullFloatingIp().get(0);
        assertThat(floating.getPortId()).isEqualTo(port("vm1").getUuid());
        assertThat(model.getSecurityGroups().nonnullSecurityGroup()).hasSize(2);
        assertThat(model.getSecurityGroupRules().nonnullSecurityGroupRule()).hasSize(10)
            .anySatisfy(rule -> assertThat(rule.getProtocol()).isEqualTo("icmpv6"))
            .anySatisfy(rule -> assertThat(rule.getProtocol()).isEqualTo("132"));
        checkQos();
    }

    private void checkQos() {
        final var policies = api.store().model().getQosPolicies().nonnullQosPolicy();
        assertThat(policies).extracting(QosPolicy::getName).containsExactlyInAnyOrder("gold", "marked");
        final var gold = ConfigReader.qosPolicy(policies.stream().filter(policy -> "gold".equals(policy.getName()))
            .findFirst().orElseThrow());
        assertThat(gold.egress()).contains(new BandwidthLimit(10_000, 1_000));
        assertThat(gold.ingress()).isEmpty();
        final var marked = ConfigReader.qosPolicy(policies.stream().filter(policy -> "marked".equals(policy.getName()))
            .findFirst().orElseThrow());
        assertThat(marked.dscp()).hasValue(26);
        assertThat(marked.egress()).isEmpty();
    }

    private static void checkMachine(final Port port) {
        assertThat(port.getHostId()).isEqualTo("node-1");
        assertThat(port.getVifType()).isEqualTo("ovs");
        assertThat(port.getFixedIps()).hasSize(2);
        assertThat(port.getAllowedAddressPairs()).hasSize(2);
        assertThat(port.getSecurityGroupIds()).hasSize(1);
        assertThat(port.getQosPolicyId()).isNotNull();
        assertThat(port.getProfile()).isEqualTo("{}");
        assertThat(port.getVifDetails()).isEqualTo("{\"port_filter\":true}");
    }

    private Port port(final String name) {
        return api.store().model().getPorts().nonnullPort().stream().filter(port -> name.equals(port.getName()))
            .findFirst().orElseThrow();
    }

    private void removeTheRest() {
        for (final var resource : new io.tenantnet.neutron.map.Resources().all()) {
            api.get(resource.path()).json().getAsJsonArray(resource.plural()).forEach(object -> {
                final var path = resource.path() + "/" + object.getAsJsonObject().get("id").getAsString();
                assertThat(api.delete(path).status()).as(path).isEqualTo(204);
            });
        }
    }
}
