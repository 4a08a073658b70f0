/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static java.util.Objects.requireNonNull;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_INIT_PARAM_PREFIX;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_LISTENER;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_RESOURCE_PATTERN;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_RESOURCE_PREFIX;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME;
import static org.osgi.service.http.whiteboard.HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Hashtable;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletContextListener;
import org.opendaylight.aaa.web.ResourceDetails;
import org.opendaylight.aaa.web.ServletDetails;
import org.opendaylight.aaa.web.WebContext;
import org.opendaylight.aaa.web.WebContextRegistration;
import org.ops4j.pax.web.service.whiteboard.FilterMapping;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.http.context.ServletContextHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services that make one {@link WebContext} known to the web container. */
final class WhiteboardContext implements WebContextRegistration {
    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardContext.class);
    /** The property by which the web server's gate knows a context that is there as a whole. */
    private static final String PATH = "io.tenantnet.web.context-path";

    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
    private final BundleContext user;
    private final String name;

    private WhiteboardContext(final BundleContext user, final String name) {
        this.user = requireNonNull(user);
        this.name = requireNonNull(name);
    }

    static WhiteboardContext register(final BundleContext user, final WebContext context) {
        final var registered = new WhiteboardContext(user, nameOf(slashed(context.contextPath())));
        // Filters before servlets, and servlets away first: AAA's checks are filters, so nothing is ever served
        // without them.
        registered.addContext(context);
        context.listeners().forEach(registered::addListener);
        context.filters().forEach(filter -> registered.add(FilterMapping.class,
            new ContextFilter(filter, registered.select()), new Hashtable<>()));
        context.servlets().forEach(registered::addServlet);
        context.resources().forEach(registered::addResource);
        registered.addMark(slashed(context.contextPath()));
        return registered;
    }

    @Override
    public void close() {
        while (!registrations.isEmpty()) {
            unregister(registrations.pop());
        }
    }

    private static void unregister(final ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // The framework takes a bundle's services away when it stops, often before the bundle closes this.
            LOG.debug("{} is gone already", registration, e);
        }
    }

    private void addContext(final WebContext context) {
        final var properties = initParams(HTTP_WHITEBOARD_CONTEXT_INIT_PARAM_PREFIX, context.contextParams());
        properties.put(HTTP_WHITEBOARD_CONTEXT_NAME, name);
        properties.put(HTTP_WHITEBOARD_CONTEXT_PATH, slashed(context.contextPath()));
        add(ServletContextHelper.class, new BundleResources(user.getBundle()), properties);
    }

    private void addListener(final ServletContextListener listener) {
        final var properties = inContext(new Hashtable<>());
        properties.put(HTTP_WHITEBOARD_LISTENER, "true");
        add(ServletContextListener.class, listener, properties);
    }

    private void addServlet(final ServletDetails details) {
        final var properties = inContext(initParams(HTTP_WHITEBOARD_SERVLET_INIT_PARAM_PREFIX, details.initParams()));
        properties.put(HTTP_WHITEBOARD_SERVLET_NAME, details.name());
        properties.put(HTTP_WHITEBOARD_SERVLET_PATTERN, details.urlPatterns().toArray(String[]::new));
        properties.put(HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
        add(Servlet.class, new ServletWithLoader(details.servlet()), properties);
    }

    private void addResource(final ResourceDetails details) {
        final var properties = inContext(new Hashtable<>());
        properties.put(HTTP_WHITEBOARD_RESOURCE_PATTERN, slashed(details.alias()) + "/*");
        properties.put(HTTP_WHITEBOARD_RESOURCE_PREFIX, slashed(details.name()));
        add(Object.class, details, properties);
    }

    private void addMark(final String path) {
        final var properties = new Hashtable<String, Object>();
        properties.put(PATH, path);
        add(WebContextRegistration.class, this, properties);
    }

    private <S> void add(final Class<S> type, final S service, final Hashtable<String, Object> properties) {
        registrations.push(user.registerService(type, service, properties));
    }

    private Hashtable<String, Object> inContext(final Hashtable<String, Object> properties) {
        properties.put(HTTP_WHITEBOARD_CONTEXT_SELECT, select());
        return properties;
    }

    private String select() {
        return "(" + HTTP_WHITEBOARD_CONTEXT_NAME + "=" + name + ")";
    }

    private static Hashtable<String, Object> initParams(final String prefix, final Map<String, String> params) {
        final var properties = new Hashtable<String, Object>();
        params.forEach((key, value) -> properties.put(prefix + key, value));
        return properties;
    }

    /** The whiteboard wants a symbolic name, and one of its own for each path: "default" is taken, for instance. */
    private static String nameOf(final String contextPath) {
        return "web" + contextPath.replaceAll("[^A-Za-z0-9_-]", ".");
    }

    private static String slashed(final String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
