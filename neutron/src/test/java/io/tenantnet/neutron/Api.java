/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tenantnet.neutron.json.Limits;
import io.tenantnet.neutron.map.Resources;
import io.tenantnet.neutron.service.NeutronService;
import io.tenantnet.neutron.store.ObjectStore;
import io.tenantnet.neutron.web.NeutronServlet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The servlet over a datastore in memory, without a web container. */
public final class Api {
    private final MemoryStore store = MemoryStore.create();
    private final Resources resources = new Resources();
    private final NeutronServlet servlet = new NeutronServlet(resources,
        new NeutronService(resources, new ObjectStore(store.broker()), Limits.DEFAULT), Limits.DEFAULT);

    /** An answer. */
    public record Answer(int status, String text) {
        public JsonObject json() {
            return new JsonParser().parse(text).getAsJsonObject();
        }

        public JsonObject object(final String key) {
            return json().getAsJsonObject(key);
        }
    }

    public MemoryStore store() {
        return store;
    }

    public Answer get(final String path) {
        return send("GET", path, new byte[0]);
    }

    public Answer post(final String path, final String body) {
        return send("POST", path, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public Answer put(final String path, final String body) {
        return send("PUT", path, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public Answer delete(final String path) {
        return send("DELETE", path, new byte[0]);
    }

    public Answer send(final String method, final String path, final byte[] body) {
        final int mark = path.indexOf('?');
        final HttpServletRequest request = mock(HttpServletRequest.class, withSettings().stubOnly());
        final HttpServletResponse response = mock(HttpServletResponse.class, withSettings().stubOnly());
        final var status = new AtomicInteger(HttpServletResponse.SC_OK);
        final var bytes = new ByteArrayOutputStream();
        when(request.getMethod()).thenReturn(method);
        when(request.getPathInfo()).thenReturn("/" + (mark < 0 ? path : path.substring(0, mark)));
        when(request.getRequestURL()).thenReturn(new StringBuffer("http://controller/" + path.replaceAll("\\?.*", "")));
        when(request.getParameterMap()).thenReturn(parameters(mark < 0 ? "" : path.substring(mark + 1)));
        try {
            when(request.getInputStream()).thenReturn(new Streams.Input(body));
            when(response.getOutputStream()).thenReturn(new Streams.Output(bytes));
            doAnswer(call -> {
                status.set(call.getArgument(0));
                return null;
            }).when(response).setStatus(anyInt());
            servlet.service(request, response);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return new Answer(status.get(), bytes.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String[]> parameters(final String query) {
        final var parameters = new HashMap<String, String[]>();
        for (final var pair : query.isEmpty() ? new String[0] : query.split("&")) {
            final var parts = pair.split("=", 2);
            parameters.merge(parts[0], new String[] {parts[1]}, (first, second) -> new String[] {first[0], second[0]});
        }
        return parameters;
    }
}
