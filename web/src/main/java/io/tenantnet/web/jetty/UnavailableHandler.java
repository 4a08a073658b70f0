/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web.jetty;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.HandlerWrapper;
import org.eclipse.jetty.util.annotation.Name;

/**
 * Answers 503 (RFC 9110, 15.6.4) below one path for as long as a gate is closed: without it, the web server answers 404 or
 * 401 while the controller starts, which clients take for an answer of the API.
 */
public final class UnavailableHandler extends HandlerWrapper {
    private static final byte[] BODY =
        "{\"error\":\"The controller is starting or stopping; try again later\"}".getBytes(StandardCharsets.UTF_8);
    private static final String SECONDS_TO_WAIT = "5";

    private final ContextGate gate;
    private final String path;

    /**
     * A handler in front of all others.
     *
     * @param gate what has to be open
     * @param path the path that is guarded, with all below it
     */
    public UnavailableHandler(@Name("gate") final ContextGate gate, @Name("path") final String path) {
        this.gate = requireNonNull(gate);
        this.path = requireNonNull(path);
    }

    @Override
    public void handle(final String target, final Request baseRequest, final HttpServletRequest request,
            final HttpServletResponse response) throws IOException, ServletException {
        if (gate.isOpen() || !isGuarded(target)) {
            super.handle(target, baseRequest, request, response);
            return;
        }
        baseRequest.setHandled(true);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", SECONDS_TO_WAIT);
        response.setContentType("application/json");
        response.setContentLength(BODY.length);
        response.getOutputStream().write(BODY);
    }

    private boolean isGuarded(final String target) {
        return target.startsWith(path) && (target.length() == path.length() || target.charAt(path.length()) == '/');
    }
}
