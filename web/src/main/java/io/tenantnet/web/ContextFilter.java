/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import org.opendaylight.aaa.web.FilterDetails;
import org.ops4j.pax.web.service.whiteboard.FilterMapping;

/**
 * A filter of one web context. It is not registered as a {@link Filter}, as the whiteboard standard has it, because
 * AAA's filter chain collects every service of that type into itself, and would then contain itself.
 */
final class ContextFilter implements FilterMapping {
    private final FilterDetails details;
    private final String contextSelect;

    ContextFilter(final FilterDetails details, final String contextSelect) {
        this.details = requireNonNull(details);
        this.contextSelect = requireNonNull(contextSelect);
    }

    @Override
    public Filter getFilter() {
        return details.filter();
    }

    @Override
    public Class<? extends Filter> getFilterClass() {
        return null;
    }

    @Override
    public String getFilterName() {
        return details.name();
    }

    @Override
    public String[] getUrlPatterns() {
        return details.urlPatterns().toArray(String[]::new);
    }

    @Override
    public String[] getRegexPatterns() {
        return new String[0];
    }

    @Override
    public String[] getServletNames() {
        return new String[0];
    }

    @Override
    public DispatcherType[] getDispatcherTypes() {
        return new DispatcherType[] {DispatcherType.REQUEST};
    }

    @Override
    public Boolean getAsyncSupported() {
        return Boolean.TRUE;
    }

    @Override
    public Map<String, String> getInitParameters() {
        return details.initParams();
    }

    @Override
    public String getContextSelectFilter() {
        return contextSelect;
    }

    @Override
    public String getContextId() {
        return null;
    }
}
