/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import org.opendaylight.aaa.web.WebServer;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * Gives each bundle its own {@link WebServer}, since the web container loads classes and resources of a web context
 * through the bundle that registered it.
 */
final class WebServerFactory implements ServiceFactory<WebServer> {
    @Override
    public WebServer getService(final Bundle bundle, final ServiceRegistration<WebServer> registration) {
        return new WhiteboardWebServer(bundle.getBundleContext());
    }

    @Override
    public void ungetService(final Bundle bundle, final ServiceRegistration<WebServer> registration,
            final WebServer service) {
        // Its contexts are closed by their registrations, or with the bundle that made them.
    }
}
