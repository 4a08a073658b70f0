/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web.jetty;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** A service registry that holds the marks of web contexts. */
final class Contexts {
    private final BundleContext bundles = mock(BundleContext.class);
    private final List<ServiceReference<?>> marks = new ArrayList<>();
    private final List<ServiceListener> listeners = new ArrayList<>();

    BundleContext bundles() {
        try {
            doAnswer(call -> listeners.add(call.getArgument(0))).when(bundles).addServiceListener(any(), any());
            when(bundles.getAllServiceReferences(any(), any()))
                .thenAnswer(call -> marks.isEmpty() ? null : marks.toArray(ServiceReference<?>[]::new));
        } catch (final InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return bundles;
    }

    ServiceReference<?> add(final String path) {
        final ServiceReference<?> mark = mock(ServiceReference.class);
        when(mark.getProperty(ContextGate.PATH)).thenReturn(path);
        marks.add(mark);
        tell(ServiceEvent.REGISTERED, mark);
        return mark;
    }

    void remove(final ServiceReference<?> mark) {
        tell(ServiceEvent.UNREGISTERING, mark);
        marks.remove(mark);
    }

    private void tell(final int type, final ServiceReference<?> mark) {
        List.copyOf(listeners).forEach(listener -> listener.serviceChanged(new ServiceEvent(type, mark)));
    }
}
