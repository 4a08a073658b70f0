/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.google.common.collect.ImmutableClassToInstanceMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.binding.dom.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.common.api.ReadFailedException;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohort;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohortRegistration;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohortRegistry;
import org.opendaylight.mdsal.dom.api.DOMDataTreeIdentifier;
import org.opendaylight.mdsal.dom.api.DOMDataTreeReadTransaction;
import org.opendaylight.yangtools.util.concurrent.FluentFutures;

class ValidationServiceTest {
    private final BindingNormalizedNodeSerializer serializer = mock(BindingNormalizedNodeSerializer.class);
    private final DOMDataBroker broker = mock(DOMDataBroker.class);
    private final DOMDataTreeReadTransaction transaction = mock(DOMDataTreeReadTransaction.class);
    private final DOMDataTreeCommitCohortRegistry registry = mock(DOMDataTreeCommitCohortRegistry.class);

    @Test
    @SuppressWarnings("unchecked")
    void validatesTheTenantModelFromStartToClose() {
        extensions(true);
        final DOMDataTreeCommitCohortRegistration<DOMDataTreeCommitCohort> registration =
            mock(DOMDataTreeCommitCohortRegistration.class);
        when(registry.registerCommitCohort(any(), any())).thenReturn(registration);
        when(broker.newReadOnlyTransaction()).thenReturn(transaction);
        when(transaction.read(LogicalDatastoreType.CONFIGURATION, Paths.ROOT))
            .thenReturn(FluentFutures.immediateFluentFuture(Optional.empty()));

        final var service = new ValidationService(broker, serializer, Map::of);
        verifyNoMoreInteractions(registry);
        service.start();
        verify(registry).registerCommitCohort(
            eq(new DOMDataTreeIdentifier(LogicalDatastoreType.CONFIGURATION, Paths.ROOT)), any(TenantCohort.class));
        verify(transaction).close();
        service.close();
        verify(registration).close();
    }

    @Test
    void saysSoWhereItCannotRead() {
        extensions(true);
        when(broker.newReadOnlyTransaction()).thenReturn(transaction);
        when(transaction.read(any(), any()))
            .thenReturn(FluentFutures.immediateFailedFluentFuture(new ReadFailedException("no leader")));
        final var service = new ValidationService(broker, serializer, Map::of);
        assertThatThrownBy(service::start).isInstanceOf(IllegalStateException.class)
            .hasMessage("The tenant model cannot be read: no leader");
        service.close();
    }

    @Test
    void saysSoWhereNobodyMayValidate() {
        extensions(false);
        assertThatThrownBy(() -> new ValidationService(broker, serializer, Map::of))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("Requests cannot be validated: the datastore has no commit cohorts");
    }

    private void extensions(final boolean cohorts) {
        when(broker.getExtensions()).thenReturn(cohorts
            ? ImmutableClassToInstanceMap.of(DOMDataTreeCommitCohortRegistry.class, registry)
            : ImmutableClassToInstanceMap.of());
    }
}
