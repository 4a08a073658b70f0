/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.engine.VirtualTasks;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.resolve.Resolved;
import io.tenantnet.impl.resolve.Resolver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.TenantNetworksState;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Host;
import org.opendaylight.yang.gen.v1.urn.tenantnet.state.rev261121.tenant.networks.state.Port;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

class StatePublisherTest {
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(1);
    private static final InstanceIdentifier<TenantNetworksState> ROOT =
        InstanceIdentifier.create(TenantNetworksState.class);
    private static final Model ONE = new Sample().network(1).port(1, 1).host(1, Sample.tap(1)).build();
    private static final Model OTHER = new Sample().network(1).port(2, 1).host(2, Sample.tap(2)).build();

    private final MemoryStore store = MemoryStore.create();
    private final VirtualTasks tasks = new VirtualTasks();
    private final StatePublisher publisher = new StatePublisher(store.broker(), tasks);

    @Test
    void allObjectsHaveAState() {
        publish(ONE);
        final var state = state().orElseThrow();
        assertThat(state.getNetwork()).hasSize(1);
        assertThat(state.getPort()).singleElement().extracting(Port::getHostId).isEqualTo("h1");
        assertThat(state.getHost()).singleElement().extracting(Host::getHostId).isEqualTo("h1");
    }

    @Test
    void whatIsGoneHasNoState() {
        publish(ONE);
        publish(OTHER);
        assertThat(ports()).containsExactly(Sample.portId(2).toString());
    }

    @Test
    void theLastOfOneMomentCounts() {
        tell(ONE);
        tell(OTHER);
        tasks.pass(A_MOMENT);
        assertThat(ports()).containsExactly(Sample.portId(2).toString());
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void afterAFailureAllIsWrittenAnew() {
        publish(ONE);
        store.failCommits(true);
        publish(OTHER);
        store.write(transaction -> transaction.delete(LogicalDatastoreType.OPERATIONAL, ROOT));
        store.failCommits(false);
        tasks.pass(UNTIL_NEXT_TRY);
        assertThat(ports()).containsExactly(Sample.portId(2).toString());
    }

    @Test
    void aStoreThatRefusesIsTriedAgain() {
        store.refuseTransactions(true);
        publish(ONE);
        store.refuseTransactions(false);
        tasks.pass(UNTIL_NEXT_TRY);
        assertThat(ports()).hasSize(1);
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void aStateThatCannotBeDerivedDoesNotEndThePublishing() {
        publisher.changed(ONE, Resolved.EMPTY, Map.of());
        tasks.pass(A_MOMENT);
        tell(OTHER);
        tasks.pass(UNTIL_NEXT_TRY);
        assertThat(ports()).containsExactly(Sample.portId(2).toString());
    }

    @Test
    void nothingIsLeftAfterTheEnd() {
        publish(ONE);
        tell(OTHER);
        publisher.close();
        tasks.pass(UNTIL_NEXT_TRY);
        assertThat(state()).isEmpty();
    }

    private void publish(final Model model) {
        tell(model);
        tasks.pass(A_MOMENT);
    }

    private void tell(final Model model) {
        publisher.changed(model, Resolver.resolve(model), Map.of());
    }

    private List<String> ports() {
        return state().map(TenantNetworksState::getPort).stream().flatMap(List::stream)
            .map(port -> port.getUuid().getValue()).toList();
    }

    private Optional<TenantNetworksState> state() {
        return store.read(LogicalDatastoreType.OPERATIONAL, ROOT);
    }
}
