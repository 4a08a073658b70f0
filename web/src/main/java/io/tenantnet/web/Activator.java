/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import java.util.Hashtable;
import org.opendaylight.aaa.web.WebServer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Publishes {@link WebServer}. The service needs nothing itself: what is registered on the HTTP whiteboard before the
 * web container runs is picked up when it starts, so there is no order to get wrong.
 */
public final class Activator implements BundleActivator {
    private SecurityProvider provider;

    @Override
    public void start(final BundleContext context) {
        provider = SecurityProvider.install();
        context.registerService(WebServer.class, new WebServerFactory(), new Hashtable<>());
    }

    @Override
    public void stop(final BundleContext context) {
        provider.close();
    }
}
