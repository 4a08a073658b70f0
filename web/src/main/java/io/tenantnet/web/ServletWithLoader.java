/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;

/**
 * A servlet that, while it is initialised, also sees the classes that this bundle sees. Jetty looks up its WebSocket
 * server by name through the context class loader, which is the one of RESTCONF's bundle, and that does not import it:
 * every WebSocket of /rests would end in a 500.
 */
final class ServletWithLoader implements Servlet {
    private final Servlet servlet;

    ServletWithLoader(final Servlet servlet) {
        this.servlet = requireNonNull(servlet);
    }

    @Override
    public void init(final ServletConfig config) throws ServletException {
        final var thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new Fallback(before));
        try {
            servlet.init(config);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public ServletConfig getServletConfig() {
        return servlet.getServletConfig();
    }

    @Override
    public void service(final ServletRequest request, final ServletResponse response)
            throws ServletException, IOException {
        servlet.service(request, response);
    }

    @Override
    public String getServletInfo() {
        return servlet.getServletInfo();
    }

    @Override
    public void destroy() {
        servlet.destroy();
    }

    private static final class Fallback extends ClassLoader {
        Fallback(final ClassLoader first) {
            super(first);
        }

        @Override
        protected Class<?> findClass(final String name) throws ClassNotFoundException {
            return ServletWithLoader.class.getClassLoader().loadClass(name);
        }
    }
}
