/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.tenantnet.it.Await;
import io.tenantnet.it.Bench;
import io.tenantnet.it.BenchExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of the documentation, run as they stand there. docs/development.md says how they are written. */
@ExtendWith(BenchExtension.class)
class ExamplesIT {
    private static final Path ROOT = Path.of("..");

    private final Bench bench;
    private final String address;
    private boolean hostIsNew;

    ExamplesIT(final Bench bench) {
        this.bench = bench;
        address = bench.lab().run("access").strip();
    }

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        try (var docs = Files.list(ROOT.resolve("docs")); var shell = new Shell(bench.lab())) {
            final var files = Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.sorted())
                .filter(file -> file.toString().endsWith(".md")).toList();
            final var pages = files.stream().map(file -> Page.read(file, shell))
                .filter(page -> !page.examples().isEmpty()).toList();
            assertThat(pages).isNotEmpty();
            return pages.stream().map(page -> DynamicTest.dynamicTest(page.file().getFileName().toString(),
                () -> run(page)));
        }
    }

    private void run(final Page page) {
        if (!hostIsNew) {
            bench.clean();
            bench.addHosts(1);
            bench.awaitInSync(List.of());
        }
        try (var shell = new Shell(bench.lab())) {
            final var pages = new ArrayDeque<Page>(List.of(page));
            for (var after = page.after(); after.isPresent(); after = pages.getFirst().after()) {
                pages.addFirst(Page.read(page.file().resolveSibling(after.get()), shell));
            }
            hostIsNew = pages.stream().noneMatch(Page::changesHost);
            pages.forEach(each -> each.examples().forEach(example -> run(each, example, shell)));
        } finally {
            clear();
        }
    }

    private void run(final Page page, final Example example, final Shell shell) {
        final var where = page.file().getFileName() + ":" + example.line() + ": " + example.command();
        final var first = shell.run(example.command().replace("CONTROLLER", address));
        if (complaints(example, first).isEmpty()) {
            return;
        }
        // What is only read may come to be as stated.
        assertThat(first.methods()).as("%s%n%s", where, complaints(example, first)).containsOnly("GET");
        Await.none(where, Bench.SETTLE, () ->
            complaints(example, shell.run(example.command().replace("CONTROLLER", address))));
    }

    private static List<String> complaints(final Example example, final Shell.Result result) {
        final var statuses = result.statuses().stream().allMatch(status ->
            example.status().map(status::equals).orElse(status / 100 == 2));
        final var answer = example.answer().map(stated -> holds(result.output(), stated)).orElse(true);
        return result.exit() == 0 && statuses && answer ? List.of()
            : List.of("exit status " + result.exit(), result.errors(), result.output());
    }

    private static boolean holds(final String output, final JsonElement stated) {
        try {
            return Holds.all(JsonParser.parseString(output), stated);
        } catch (final JsonParseException e) {
            return false;
        }
    }

    /** Whatever a page may have left in the datastore. */
    private void clear() {
        for (final var tree : List.of("tenantnet-neutron:neutron-objects", "tenantnet:tenant-networks")) {
            bench.rest().delete(tree).expectSuccessOr(404, 409);
        }
    }
}
