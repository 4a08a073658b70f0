/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.web;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import io.tenantnet.neutron.RequestException;
import io.tenantnet.neutron.json.JsonText;
import io.tenantnet.neutron.json.Limits;
import io.tenantnet.neutron.map.Resources;
import io.tenantnet.neutron.service.NeutronService;
import io.tenantnet.neutron.service.Query;
import io.tenantnet.neutron.service.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Neutron's API over HTTP. What goes wrong is told as {@code {"error": "..."}}; a fault of the controller, which it
 * never should be, is told as 500 and written to the log. The web container calls it from many threads.
 */
public final class NeutronServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(NeutronServlet.class);

    /** The v1 driver's own way to tell of the interfaces of a router. */
    private static final Pattern INTERFACE = Pattern.compile("(/*routers/[^/]+)/(?:add|remove)_router_interface/*");

    private final transient Resources resources;
    private final transient NeutronService service;
    private final transient Limits limits;

    /**
     * A servlet for the API's root.
     *
     * @param resources the collections
     * @param service   carries out requests
     * @param limits    how much of a body is read
     */
    public NeutronServlet(final Resources resources, final NeutronService service, final Limits limits) {
        this.resources = requireNonNull(resources);
        this.service = requireNonNull(service);
        this.limits = requireNonNull(limits);
    }

    @Override
    protected void service(final HttpServletRequest request, final HttpServletResponse response) throws IOException {
        Reply reply;
        try {
            reply = carryOut(request);
        } catch (RequestException e) {
            LOG.debug("{} {}: {} {}", request.getMethod(), request.getRequestURI(), e.status(), e.getMessage());
            reply = error(e.status(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            reply = error(HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "The controller could not carry out the request; its log says why");
        }
        send(reply, response);
    }

    private Reply carryOut(final HttpServletRequest request) throws IOException {
        final var path = Optional.ofNullable(request.getPathInfo()).orElse("");
        final var ofInterface = INTERFACE.matcher(path);
        if (ofInterface.matches() && request.getMethod().equals("PUT")) {
            final var router = Target.of(resources, ofInterface.group(1));
            return service.acknowledge(router.resource(), router.existing(), JsonText.parse(body(request), limits));
        }
        final var target = Target.of(resources, path);
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                final var query = query(request);
                yield target.id().isPresent() ? service.get(target.resource(), target.existing(), query)
                    : service.list(target.resource(), query, request.getRequestURL().toString());
            }
            case "POST" -> service.create(target.collection(), JsonText.parse(body(request), limits));
            case "PUT" -> service.update(target.resource(), target.existing(), JsonText.parse(body(request), limits));
            case "DELETE" -> service.delete(target.resource(), target.existing());
            default -> throw RequestException.notAllowed("The method " + request.getMethod() + " is not known here");
        };
    }

    private static Query query(final HttpServletRequest request) {
        final Map<String, String[]> parameters;
        try {
            parameters = request.getParameterMap();
        } catch (RuntimeException e) {
            // Each container has its own for characters that it cannot decode.
            throw RequestException.bad("The query of the address cannot be read: " + e.getMessage());
        }
        return Query.of(parameters);
    }

    private byte[] body(final HttpServletRequest request) throws IOException {
        return new RequestBody(limits.bytes()).read(request);
    }

    private static Reply error(final int status, final String message) {
        final var body = new JsonObject();
        body.addProperty("error", message);
        return new Reply(status, Optional.of(body));
    }

    private static void send(final Reply reply, final HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        if (reply.status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE");
        }
        if (reply.body().isPresent()) {
            final var bytes = reply.body().get().toString().getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.setContentLength(bytes.length);
            // For HEAD the container leaves the body out.
            response.getOutputStream().write(bytes);
        }
    }
}
