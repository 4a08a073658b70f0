/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarafLogTest {
    private static final String ERROR = "2026-11-21T08:00:00,000 | ERROR | qtp-1 | ServerRuntime | 1 - org.glassfish.jersey | ";

    @TempDir
    private Path directory;

    @Test
    void errorsOfOursAreFaults() throws IOException {
        assertThat(faults(ERROR.replace("org.glassfish.jersey", "io.tenantnet.impl") + "No")).hasSize(1);
        assertThat(faults(ERROR + "No\n\tat io.tenantnet.web.Bridge.service(Bridge.java:1)")).hasSize(1);
        assertThat(faults(ERROR.replace("ERROR", "WARN") + "No\n\tat io.tenantnet.impl.X.y(X.java:1)")).hasSize(1);
        assertThat(faults(ERROR + "No")).isEmpty();
    }

    @Test
    void whoDoesNotWaitForAnAnswerMakesNoFault() throws IOException {
        final var hungUp = ERROR + "An I/O error has occurred while writing a response message entity\n"
            + "org.eclipse.jetty.io.EofException: Closed\n\tat io.tenantnet.web.Bridge.service(Bridge.java:1)";
        assertThat(faults(hungUp)).isEmpty();
        assertThat(faults(hungUp + "\n\tat io.tenantnet.impl.X.y(X.java:1)")).hasSize(1);
    }

    private List<String> faults(final String entry) throws IOException {
        return new KarafLog(Files.writeString(directory.resolve("karaf.log"), entry + "\n")).newFaults();
    }
}
