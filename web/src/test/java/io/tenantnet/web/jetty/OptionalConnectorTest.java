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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OptionalConnectorTest {
    private final Server server = new Server();
    private final ServerConnector wanted = new ServerConnector(server);
    private final Contexts contexts = new Contexts();
    private final ContextGate gate = new ContextGate(server, contexts.bundles(), "/api", "/restconf");
    private final SlowContext api = new SlowContext("/api");
    private final OptionalConnector optional = new OptionalConnector(server, gate, new HttpConnectionFactory());

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void serverStartsWithoutThePortThatIsTaken() throws Exception {
        contexts.add("/api");
        contexts.add("/restconf");
        try (var taken = new ServerSocket(0)) {
            optional.setPort(taken.getLocalPort());
            start();
            await(gate::isOpen);

            assertThat(optional.isOpen()).isFalse();
            assertThat(optional.getLocalPort()).isZero();
            assertAnswers(wanted.getLocalPort());
        }
    }

    @Test
    void isAConnectorLikeAnyOtherWhereThePortIsFree() throws Exception {
        contexts.add("/api");
        contexts.add("/restconf");
        start();

        assertAnswers(wanted.getLocalPort());
        final int port = awaitPort();
        assertAnswers(port);
        server.stop();
        assertThatThrownBy(() -> assertAnswers(port)).isInstanceOf(IOException.class);
    }

    @Test
    void isOpenWhileAllItsContextsAreThere() throws Exception {
        start();
        contexts.add("/restconf");
        contexts.add("/other");
        assertThat(optional.isOpen()).isFalse();
        assertAnswers(wanted.getLocalPort(), "/api/things", "503");

        final var mark = contexts.add("/api");
        final int port = awaitPort();
        assertAnswers(port, "/api/things", "404");
        assertAnswers(wanted.getLocalPort(), "/api/things", "404");

        contexts.remove(mark);
        assertThatThrownBy(() -> assertAnswers(port)).isInstanceOf(IOException.class);
        assertAnswers(wanted.getLocalPort(), "/api", "503");
        assertAnswers(wanted.getLocalPort(), "/apis", "404");
        contexts.add("/api");
        assertAnswers(awaitPort(), "/api/", "404");
    }

    @Test
    void isClosedUntilTheContextsAreServed() throws Exception {
        start();
        api.stop();
        contexts.add("/restconf");
        contexts.add("/api");
        // Longer than the gate waits between two looks.
        Thread.sleep(100);
        assertThat(optional.isOpen()).isFalse();
        assertAnswers(wanted.getLocalPort(), "/api/things", "503");

        api.start();
        assertAnswers(awaitPort(), "/api/things", "404");
        assertAnswers(wanted.getLocalPort(), "/api/things", "404");
    }

    @Test
    void isClosedWhileAContextThatIsAvailableHasNotStarted() throws Exception {
        start();
        api.stop();
        api.delay = new CountDownLatch(1);
        final var starter = new FutureTask<>(() -> {
            api.start();
            return true;
        });
        new Thread(starter).start();
        try {
            await(api::isAvailable);
            contexts.add("/restconf");
            contexts.add("/api");
            // Longer than the gate waits between two looks.
            Thread.sleep(100);
            assertThat(gate.isOpen()).isFalse();
            assertAnswers(wanted.getLocalPort(), "/api/things", "503");
        } finally {
            api.delay.countDown();
        }
        assertThat(starter.get()).isTrue();
        assertAnswers(awaitPort(), "/api/things", "404");
    }

    @Test
    void aContextOfWhichThereAreTwoGoesWithTheSecond() throws Exception {
        start();
        contexts.add("/restconf");
        final var first = contexts.add("/api");
        final var second = contexts.add("/api");

        await(gate::isOpen);
        contexts.remove(first);
        assertThat(gate.isOpen()).isTrue();
        contexts.remove(second);
        assertThat(gate.isOpen()).isFalse();
    }

    private static void await(final BooleanSupplier isSo) throws InterruptedException {
        for (int step = 0; !isSo.getAsBoolean(); step++) {
            assertThat(step).as("steps of 10 ms").isLessThan(500);
            Thread.sleep(10);
        }
    }

    /** Those who follow the gate are told after it has opened. */
    private int awaitPort() throws InterruptedException {
        await(gate::isOpen);
        await(() -> optional.getLocalPort() != 0);
        return optional.getLocalPort();
    }

    private void start() throws Exception {
        server.addBean(gate);
        server.setHandler(new ContextHandlerCollection(api, new ContextHandler("/restconf")));
        server.insertHandler(new UnavailableHandler(gate, "/api"));
        server.addConnector(wanted);
        server.addConnector(optional);
        server.start();
    }

    private static void assertAnswers(final int port) throws IOException {
        assertAnswers(port, "/", "404");
    }

    private static void assertAnswers(final int port, final String path, final String status) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes());
            final var answer = new String(socket.getInputStream().readAllBytes());
            assertThat(answer).startsWith("HTTP/1.1 " + status);
            assertThat(answer.contains("{\"error\":\"")).isEqualTo(status.equals("503"));
        }
    }

    /** One that takes its time to start after it is available. */
    private static final class SlowContext extends ContextHandler {
        private volatile CountDownLatch delay = new CountDownLatch(0);

        SlowContext(final String path) {
            super(path);
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            delay.await();
        }
    }
}
