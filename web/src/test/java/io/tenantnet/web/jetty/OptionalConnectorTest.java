/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OptionalConnectorTest {
    private final Server server = new Server();
    private final ServerConnector wanted = new ServerConnector(server);
    private final OptionalConnector optional = new OptionalConnector(server, new HttpConnectionFactory());

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void serverStartsWithoutThePortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            optional.setPort(taken.getLocalPort());
            start();

            assertThat(optional.isOpen()).isFalse();
            assertThat(optional.getLocalPort()).isZero();
            assertAnswers(wanted.getLocalPort());
        }
    }

    @Test
    void isAConnectorLikeAnyOtherWhereThePortIsFree() throws Exception {
        start();

        assertAnswers(wanted.getLocalPort());
        final int port = optional.getLocalPort();
        assertAnswers(port);
        server.stop();
        assertThatThrownBy(() -> assertAnswers(port)).isInstanceOf(IOException.class);
    }

    private void start() throws Exception {
        server.addConnector(wanted);
        server.addConnector(optional);
        server.start();
    }

    private static void assertAnswers(final int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 404");
        }
    }
}
