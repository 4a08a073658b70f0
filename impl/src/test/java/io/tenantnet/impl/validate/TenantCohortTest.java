/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.common.api.PostCanCommitStep;
import org.opendaylight.netconf.api.NetconfDocumentedException;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworksBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Networks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.NetworksBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.SettingsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.NetworkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.NetworkKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroupRules;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroupRulesBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroups;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.SecurityGroupsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRuleBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.groups.SecurityGroupBuilder;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataTreeModification;

class TenantCohortTest {
    private static final String RED = "52dc1f2a-0001-4c6b-8f00-000000000001";
    private static final String BLUE = "52dc1f2a-0001-4c6b-8f00-000000000002";
    private static final InstanceIdentifier<TenantNetworks> ROOT = InstanceIdentifier.create(TenantNetworks.class);

    private final TenantTree tree = new TenantTree();
    private TenantCohort cohort = new TenantCohort(tree.serializer(), Map::of);

    @Test
    void refusesWhatCannotBeMeantAndLeavesWhatWasThere() throws Exception {
        put(network(RED, 5));
        assertRefused(putting(network(RED, 0)), "invalid-value",
            "network " + RED + ": segmentation-id '0' is not in 1..16777215 of type vxlan");
        assertThat(vnis()).isEqualTo(Map.of(RED, 5L));
        assertRefused((target, change) -> target.put(change, ROOT.child(Settings.class),
            new SettingsBuilder().setHostHoldTime(Uint32.ZERO).build()), "invalid-value",
            "settings: host-hold-time '0' is not in 1..86400 seconds");
    }

    @Test
    void refusesASecurityRuleThatCannotBeMeant() {
        final var rule = new SecurityGroupRuleBuilder().setUuid(new Uuid(RED)).setSecurityGroupId(new Uuid(BLUE))
            .setDirection(SecurityGroupRule.Direction.Ingress).setProtocol("tcpp").build();
        assertRefused((target, change) -> target.put(change, ROOT.child(SecurityGroupRules.class),
            new SecurityGroupRulesBuilder().setSecurityGroupRule(List.of(rule)).build()), "invalid-value",
            "security group rule " + RED + ": protocol 'tcpp' is neither a protocol's name nor a number 0..255");
        assertRefused((target, change) -> target.put(change, ROOT.child(SecurityGroups.class),
            new SecurityGroupsBuilder().setSecurityGroup(List.of(new SecurityGroupBuilder().setUuid(new Uuid("broken"))
                .build())).build()), "invalid-value", "security group 'broken': uuid 'broken' is not a UUID");
    }

    @Test
    void refusesAConflictUntilItIsGone() throws Exception {
        put(network(RED, 5));
        assertRefused(putting(network(BLUE, 5)), "in-use",
            "network " + BLUE + ": segmentation-id '5' is in use by vxlan network " + RED);
        put(network(RED, 6));
        put(network(BLUE, 5));
        tree.commit(cohort, (target, change) -> target.delete(change, path(RED)));
        put(network(BLUE, 6));
    }

    @Test
    void takesOneTransactionWhole() throws Exception {
        put(network(RED, 5), network(BLUE, 6));
        put(network(RED, 6), network(BLUE, 5));
        assertRefused(putting(network(RED, 7), network(BLUE, 0)), "invalid-value",
            "network " + BLUE + ": segmentation-id '0' is not in 1..16777215 of type vxlan");
        assertThat(vnis()).isEqualTo(Map.of(RED, 6L, BLUE, 5L));
    }

    @Test
    void followsAContainerThatIsPutOrDeletedWhole() throws Exception {
        put(network(RED, 5));
        tree.commit(cohort, (target, change) -> target.put(change, ROOT, new TenantNetworksBuilder().setNetworks(
            new NetworksBuilder().setNetwork(List.of(network(BLUE, 5))).build()).build()));
        assertRefused(putting(network(RED, 5)), "in-use",
            "network " + RED + ": segmentation-id '5' is in use by vxlan network " + BLUE);
        tree.commit(cohort, (target, change) -> target.put(change, ROOT.child(Networks.class),
            new NetworksBuilder().setNetwork(List.of(network(BLUE, 5), network(RED, 6))).build()));
        tree.commit(cohort, (target, change) -> target.delete(change, ROOT.child(Networks.class)));
        put(network(RED, 5));
        tree.commit(cohort, (target, change) -> target.delete(change, ROOT));
        put(network(BLUE, 5));
        assertRefused((target, change) -> target.put(change, ROOT, new TenantNetworksBuilder().setNetworks(
            new NetworksBuilder().setNetwork(List.of(network(BLUE, 5), network(RED, 5))).build()).build()), "in-use",
            "network " + RED + ": segmentation-id '5' is in use by vxlan network " + BLUE);
    }

    @Test
    void findsOutWhatIsStoredWhereItHasNotSeenIt() throws Exception {
        put(network(RED, 5));
        cohort = new TenantCohort(tree.serializer(), Map::of);
        assertRefused(putting(network(BLUE, 5)), "in-use",
            "network " + BLUE + ": segmentation-id '5' is in use by vxlan network " + RED);
    }

    @Test
    void livesWithWhatWasStoredBeforeTheRules() throws Exception {
        tree.commit((id, schema, candidates) -> PostCanCommitStep.NOOP_SUCCESSFUL_FUTURE,
            putting(network(RED, 5), network(BLUE, 5), network("broken", 9)));
        assertRefused(putting(network("52dc1f2a-0001-4c6b-8f00-000000000003", 5)), "in-use",
            "network 52dc1f2a-0001-4c6b-8f00-000000000003: segmentation-id '5' is in use by vxlan network ");
        tree.commit(cohort, (target, change) -> target.delete(change, path("broken")));
        put(network(RED, 7), network(BLUE, 8));
    }

    @Test
    void forgetsAnAcceptedTransactionThatCameToNothing() throws Exception {
        put(network(RED, 5));
        abandon(putting(network(RED, 6)));
        assertRefused(putting(network(BLUE, 5)), "in-use",
            "network " + BLUE + ": segmentation-id '5' is in use by vxlan network " + RED);
        put(network(BLUE, 6));
    }

    @Test
    void asksForTheIdentifiersThatWereGiven() throws Exception {
        cohort = new TenantCohort(tree.serializer(), () -> Map.of(UUID.fromString(RED), 100_000));
        put(new NetworkBuilder().withKey(new NetworkKey(new Uuid(RED))).build());
        assertRefused(putting(network(BLUE, 100_000)), "in-use", "network " + BLUE + ": segmentation-id '100000' was "
            + "given to network " + RED + ", which asks for none of its own");
    }

    @Test
    void refusesWhereItFails() {
        cohort = new TenantCohort(tree.serializer(), () -> {
            throw new IllegalStateException("out of order");
        });
        assertRefused(putting(network(RED, 5)), "operation-failed",
            "The change could not be validated: java.lang.IllegalStateException: out of order");
    }

    /** The datastore drops a transaction after the cohort has accepted it. */
    private void abandon(final BiConsumer<TenantTree, DataTreeModification> writer) {
        assertThatThrownBy(() -> tree.commit((id, schema, candidates) -> {
            assertThat(cohort.canCommit(id, schema, candidates)).succeedsWithin(Duration.ZERO);
            throw new IllegalStateException("another shard refuses");
        }, writer)).hasMessage("another shard refuses");
    }

    /** The identifiers of the networks that are stored. */
    private Map<String, Long> vnis() {
        return tree.content().getNetworks().getNetwork().stream().collect(Collectors.toMap(
            network -> network.getUuid().getValue(), network -> network.getSegmentationId().getValue().toJava()));
    }

    private void put(final Network... networks) throws Exception {
        tree.commit(cohort, putting(networks));
    }

    private static BiConsumer<TenantTree, DataTreeModification> putting(final Network... networks) {
        return (target, change) -> {
            for (Network network : networks) {
                target.put(change, path(network.getUuid().getValue()), network);
            }
        };
    }

    private void assertRefused(final BiConsumer<TenantTree, DataTreeModification> writer, final String tag,
            final String message) {
        assertThatThrownBy(() -> tree.commit(cohort, writer)).isInstanceOf(ExecutionException.class)
            .cause().isInstanceOfSatisfying(RefusedException.class, refused -> {
                assertThat(refused).hasMessageStartingWith(message).hasToString(refused.getMessage());
                assertThat(refused.getErrorList()).singleElement().satisfies(error -> {
                    assertThat(error.getTag()).isEqualTo(tag);
                    assertThat(error.getMessage()).isEqualTo(refused.getMessage());
                });
                assertThat(refused.getCause()).isInstanceOfSatisfying(NetconfDocumentedException.class, cause -> {
                    assertThat(cause.getErrorTag().getTagValue()).isEqualTo(tag);
                    assertThat(cause).hasMessage(refused.getMessage());
                });
            });
    }

    private static InstanceIdentifier<Network> path(final String uuid) {
        return ROOT.child(Networks.class).child(Network.class, new NetworkKey(new Uuid(uuid)));
    }

    private static Network network(final String uuid, final long vni) {
        return new NetworkBuilder().withKey(new NetworkKey(new Uuid(uuid)))
            .setSegmentationId(new SegmentationId(Uint32.valueOf(vni))).build();
    }
}
