/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static java.util.Objects.requireNonNull;

import org.opendaylight.aaa.web.WebContext;
import org.opendaylight.aaa.web.WebContextRegistration;
import org.opendaylight.aaa.web.WebServer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.HttpServiceRuntimeConstants;

/** {@link WebServer} of one bundle, on the OSGi HTTP whiteboard. */
final class WhiteboardWebServer implements WebServer {
    private final BundleContext user;

    WhiteboardWebServer(final BundleContext user) {
        this.user = requireNonNull(user);
    }

    @Override
    public WebContextRegistration registerWebContext(final WebContext context) {
        return WhiteboardContext.register(user, context);
    }

    @Override
    public String getBaseURL() {
        final ServiceReference<HttpServiceRuntime> runtime = user.getServiceReference(HttpServiceRuntime.class);
        if (runtime == null) {
            throw new IllegalStateException("No web container is running");
        }
        final Object endpoint = runtime.getProperty(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        final String url = endpoint instanceof String[] urls && urls.length > 0 ? urls[0] : String.valueOf(endpoint);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
