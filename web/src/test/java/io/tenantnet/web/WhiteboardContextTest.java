/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.ServletContextListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.aaa.web.FilterDetails;
import org.opendaylight.aaa.web.ResourceDetails;
import org.opendaylight.aaa.web.ServletDetails;
import org.opendaylight.aaa.web.WebContext;
import org.opendaylight.aaa.web.WebContextBuilder;
import org.opendaylight.aaa.web.WebContextRegistration;
import org.ops4j.pax.web.service.whiteboard.FilterMapping;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.http.context.ServletContextHelper;

final class WhiteboardContextTest {
    private record Service(Class<?> type, Object service, Dictionary<String, ?> properties,
            ServiceRegistration<?> registration) {
        Object get(final String key) {
            return properties.get(key);
        }
    }

    private final List<Service> services = new ArrayList<>();
    private final BundleContext bundleContext = mock(BundleContext.class);

    @BeforeEach
    void recordServices() {
        when(bundleContext.getBundle()).thenReturn(mock(Bundle.class));
        when(bundleContext.registerService(any(Class.class), any(Object.class), any())).thenAnswer(call -> {
            final ServiceRegistration<?> registration = mock(ServiceRegistration.class);
            services.add(new Service(call.getArgument(0), call.getArgument(1), call.getArgument(2), registration));
            return registration;
        });
    }

    @Test
    void registersFiltersBeforeServlets() {
        WhiteboardContext.register(bundleContext, full("/rests").build());

        assertThat(services).extracting(Service::type).map(Class.class::cast).containsExactly(
            ServletContextHelper.class, ServletContextListener.class, FilterMapping.class, Servlet.class, Object.class,
            WebContextRegistration.class);
    }

    @Test
    void takesServletsAwayBeforeFilters() {
        final var context = WhiteboardContext.register(bundleContext, full("/rests").build());
        final var registrations = services.stream().map(Service::registration).toList();

        context.close();

        final var order = inOrder(registrations.toArray());
        for (int i = registrations.size() - 1; i >= 0; i--) {
            order.verify(registrations.get(i)).unregister();
        }
        order.verifyNoMoreInteractions();
    }

    @Test
    void closesTheRestWhenTheFrameworkHasTakenOneAway() {
        final var context = WhiteboardContext.register(bundleContext, full("/rests").build());
        final var last = services.get(services.size() - 1).registration();
        doThrow(new IllegalStateException("unregistered")).when(last).unregister();

        context.close();
        context.close();

        final var first = services.get(0).registration();
        final var order = inOrder(last, first);
        order.verify(last).unregister();
        order.verify(first).unregister();
        order.verifyNoMoreInteractions();
    }

    @Test
    void everythingSelectsItsContext() {
        WhiteboardContext.register(bundleContext, full("/rests").build());

        final var name = services.get(0).get("osgi.http.whiteboard.context.name");
        final var select = "(osgi.http.whiteboard.context.name=" + name + ")";
        assertThat(name).isEqualTo("web.rests");
        assertThat(services.get(0).get("osgi.http.whiteboard.context.path")).isEqualTo("/rests");
        for (final int index : new int[] {1, 3, 4}) {
            assertThat(services.get(index).get("osgi.http.whiteboard.context.select")).isEqualTo(select);
        }
        final var filter = (FilterMapping) services.get(2).service();
        assertThat(filter.getContextSelectFilter()).isEqualTo(select);
        // Pax Web takes an id for the name of a context of the old HTTP service, and then prefers it to the selection.
        assertThat(filter.getContextId()).isNull();
    }

    @Test
    void contextPathMayComeWithoutItsSlash() {
        WhiteboardContext.register(bundleContext, full("restconf").build());

        assertThat(services.get(0).get("osgi.http.whiteboard.context.path")).isEqualTo("/restconf");
        assertThat(services.get(0).get("osgi.http.whiteboard.context.name")).isEqualTo("web.restconf");
    }

    @Test
    void handsOnPatternsAndParameters() {
        WhiteboardContext.register(bundleContext, full("/rests").putContextParam("a", "1").build());

        assertThat(services.get(0).get("context.init.a")).isEqualTo("1");
        final var servlet = services.get(3);
        assertThat(servlet.get("osgi.http.whiteboard.servlet.pattern")).isEqualTo(new String[] {"/data/*", "/ops/*"});
        assertThat(servlet.get("servlet.init.b")).isEqualTo("2");
        assertThat(servlet.get("osgi.http.whiteboard.servlet.asyncSupported")).isEqualTo(true);
        final var filter = (FilterMapping) services.get(2).service();
        assertThat(filter.getUrlPatterns()).containsExactly("/*");
        assertThat(filter.getInitParameters()).containsEntry("c", "3");
        assertThat(services.get(4).get("osgi.http.whiteboard.resource.pattern")).isEqualTo("/ui/*");
        assertThat(services.get(4).get("osgi.http.whiteboard.resource.prefix")).isEqualTo("/static");
    }

    private static WebContextBuilder full(final String path) {
        return WebContext.builder()
            .contextPath(path)
            .addListener(mock(ServletContextListener.class))
            .addFilter(FilterDetails.builder().filter(mock(Filter.class)).addUrlPattern("/*")
                .putInitParam("c", "3").build())
            .addServlet(ServletDetails.builder().servlet(mock(Servlet.class)).addUrlPattern("/data/*")
                .addUrlPattern("/ops/*").putInitParam("b", "2").build())
            .addResource(ResourceDetails.builder().name("static").alias("ui").build());
    }
}
