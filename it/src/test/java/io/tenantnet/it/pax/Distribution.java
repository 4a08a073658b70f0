/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.pax;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption.Platform;

/** The distribution as users get it, with as little changed as Pax Exam can do with. */
final class Distribution {
    private static final String MVN_CFG = "etc/org.ops4j.pax.url.mvn.cfg";
    private static final String COPY = "karaf";
    private static final Path START = Path.of("lab", "own-net", "bin", "karaf");
    /** Four times what it takes; this is also what a Karaf that does not start costs. */
    private static final long BOOT_MILLIS = 240_000;

    private Distribution() {
        // Not to be made.
    }

    /** An unpacked copy that stays after the test, for its logs; an earlier run's is removed. */
    static Option unpacked() {
        // Pax Exam hands on to Karaf whatever comes in here; that would be Failsafe's commands, and without the one to end
        // this JVM waits for it in vain.
        System.setIn(InputStream.nullInputStream());
        final var directory = new File("target", "pax");
        FileUtils.deleteQuietly(directory);
        final var archive = new File(System.getProperty("tenantnet.distribution"));
        final var framework = karafDistributionConfiguration().frameworkUrl(archive.toURI().toString())
            .name("TenantNet").unpackDirectory(directory).directoryNameFormat("'" + COPY + "'");
        return composite(
            // Through its own start script, so that Java's options are those of the script.
            new KarafDistributionKitConfigurationOption(framework, Platform.NIX)
                .executable(directory.toPath().resolve(COPY).relativize(START).toString()),
            CoreOptions.systemTimeout(BOOT_MILLIS),
            keepRuntimeFolder(),
            doNotModifyLogConfiguration(),
            // Pax Exam's own bundles are not in the distribution; Maven has them, since they are dependencies of the tests.
            editConfigurationFilePut(MVN_CFG, "org.ops4j.pax.url.mvn.localRepository",
                System.getProperty("tenantnet.maven.repository")));
    }
}
