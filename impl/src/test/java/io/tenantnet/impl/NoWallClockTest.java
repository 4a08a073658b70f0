/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A clock on the wall may jump, and then nothing of TenantNet's must come too early, too late or never: none is looked at. */
class NoWallClockTest {
    private static final List<String> CLOCKS = List.of("currentTimeMillis", "java/time/Instant", "java/time/Clock",
        "java/time/LocalDateTime", "java/time/ZonedDateTime", "java/util/Date", "java/util/Calendar", "java/util/Timer");

    @Test
    void noClassAsksWhatTimeItIs() throws Exception {
        final var classes = Path.of(NoWallClockTest.class.getResource("TenantNet.class").toURI()).getParent();
        try (var files = Files.walk(classes)) {
            final var looked = files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(looked).hasSizeGreaterThan(100);
            assertThat(looked.stream().flatMap(NoWallClockTest::clocks)).isEmpty();
        }
    }

    /** Names stand in the constant pool of a class file as they are (JVMS 4.4.7). */
    private static Stream<String> clocks(final Path file) {
        try {
            final var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return CLOCKS.stream().filter(text::contains).map(clock -> file.getFileName() + ": " + clock);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
