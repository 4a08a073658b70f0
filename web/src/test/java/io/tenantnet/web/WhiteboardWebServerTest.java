/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.http.runtime.HttpServiceRuntime;

final class WhiteboardWebServerTest {
    private final BundleContext context = mock(BundleContext.class);

    @Test
    void baseUrlIsTheFirstEndpoint() {
        endpoint(new String[] {"http://10.0.0.1:8181/", "http://10.0.0.1:8080/"});

        assertThat(new WhiteboardWebServer(context).getBaseURL()).isEqualTo("http://10.0.0.1:8181");
    }

    @Test
    void baseUrlMayBeOneString() {
        endpoint("http://10.0.0.1:8181");

        assertThat(new WhiteboardWebServer(context).getBaseURL()).isEqualTo("http://10.0.0.1:8181");
    }

    @Test
    void saysThatThereIsNoContainer() {
        assertThatThrownBy(new WhiteboardWebServer(context)::getBaseURL)
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("No web container is running");
    }

    @SuppressWarnings("unchecked")
    private void endpoint(final Object value) {
        final ServiceReference<HttpServiceRuntime> runtime = mock(ServiceReference.class);
        when(context.getServiceReference(HttpServiceRuntime.class)).thenReturn(runtime);
        when(runtime.getProperty("osgi.http.endpoint")).thenReturn(value);
    }
}
