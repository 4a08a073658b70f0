/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import org.osgi.framework.Bundle;
import org.osgi.service.http.context.ServletContextHelper;

/** A servlet context whose resources are those of a bundle. */
final class BundleResources extends ServletContextHelper {
    BundleResources(final Bundle bundle) {
        super(bundle);
    }
}
