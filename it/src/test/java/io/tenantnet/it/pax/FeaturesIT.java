/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.it.pax;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import io.tenantnet.it.controller.KarafLog;
import io.tenantnet.it.controller.Rest;
import io.tenantnet.it.model.TenantModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.opendaylight.mdsal.binding.api.DataBroker;
import org.opendaylight.mdsal.dom.api.DOMDataBroker;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The features, from inside the distribution's own Karaf: what they bring, and that they may go and come back. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesIT {
    private static final String ALL = "odl-tenantnet-all";
    private static final String FEATURE_PREFIX = "odl-tenantnet";
    private static final List<String> PLATFORM = List.of("odl-tenantnet-platform", "odl-restconf", "odl-mdsal-broker",
        "odl-ovsdb-southbound-impl", "odl-openflowplugin-southbound", "odl-genius");
    private static final String BUNDLE_PREFIX = "io.tenantnet.";
    private static final String BLUEPRINT = "io.tenantnet.blueprint";
    /** Those of the platform; they stay when the application goes. */
    private static final List<String> WEB_BUNDLES = List.of("io.tenantnet.web", "io.tenantnet.web.jetty");
    private static final String TOPOLOGY = "network-topology:network-topology?content=nonconfig";
    private static final long LIMIT_NANOS = 60_000_000_000L;
    private static final long STEP_MILLIS = 100;

    private final KarafLog log = new KarafLog(Path.of(System.getProperty("karaf.log", ""), "karaf.log"));
    private final Rest rest = new Rest("127.0.0.1");

    @Inject
    private BundleContext context;
    @Inject
    private FeaturesService features;
    @Inject
    @Filter("(type=default)")
    private DataBroker dataBroker;
    @Inject
    @Filter("(type=default)")
    private DOMDataBroker domDataBroker;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.unpacked()};
    }

    @After
    public void noErrorOfOurs() {
        assertEquals(List.of(), log.newFaults());
    }

    @Test
    public void bootsWithAll() throws Exception {
        assertNotNull(dataBroker);
        assertRuns();
        final var network = new TenantNetwork(domDataBroker, "11111111-0000-4000-8000-000000000001");
        network.put();
        await("state of the network", network::segmentationId, Optional::isPresent);
        assertGoes(network);
    }

    @Test
    public void uninstalledAndInstalledAgain() throws Exception {
        final var network = new TenantNetwork(domDataBroker, "11111111-0000-4000-8000-000000000002");
        network.put();
        final var given = await("state of the network", network::segmentationId, Optional::isPresent);

        final var bundles = bundleNames();
        // The others of ours were asked for by this one alone.
        features.uninstallFeature(ALL);
        assertEquals(List.of(), ourFeatures(installed()));
        assertEquals(List.of(), bundleNames());
        assertTrue(installed().containsAll(PLATFORM));
        await("RESTCONF without the model", () -> rest.get(TenantModel.ROOT).status(), status -> status == 400);
        assertEquals(200, rest.get(TOPOLOGY).status());

        features.installFeature(ALL);
        assertRuns();
        assertEquals(bundles, bundleNames());
        await("the stored network with its identifier " + given, network::segmentationId, given::equals);
        assertGoes(network);
    }

    private static void assertGoes(final TenantNetwork network) throws Exception {
        network.delete();
        await("no state of the deleted network", network::segmentationId, Optional::isEmpty);
    }

    private void assertRuns() throws Exception {
        final var all = Arrays.stream(features.listFeatures()).map(Feature::getName).toList();
        assertEquals(ourFeatures(all), ourFeatures(installed()));
        assertTrue(bundleNames().contains(BLUEPRINT));
        ours().forEach(bundle -> assertEquals(bundle.toString(), Bundle.ACTIVE, bundle.getState()));
        await("blueprint container", () -> context.getAllServiceReferences(
            "org.osgi.service.blueprint.container.BlueprintContainer",
            "(osgi.blueprint.container.symbolicname=" + BLUEPRINT + ")"), found -> found != null);
        // 404 or 409 while there is no data; for a model that it does not know, RESTCONF says 400.
        await("RESTCONF", () -> rest.get(TenantModel.ROOT + "?content=config").status(),
            List.of(200, 404, 409)::contains);
    }

    private List<String> installed() throws Exception {
        return Arrays.stream(features.listInstalledFeatures()).map(Feature::getName).toList();
    }

    private static List<String> ourFeatures(final List<String> names) {
        return names.stream().filter(name -> name.startsWith(FEATURE_PREFIX) && !PLATFORM.contains(name)).sorted()
            .toList();
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName() != null
            && bundle.getSymbolicName().startsWith(BUNDLE_PREFIX) && !WEB_BUNDLES.contains(bundle.getSymbolicName()));
    }

    private List<String> bundleNames() {
        return ours().map(Bundle::getSymbolicName).sorted().toList();
    }

    private static <T> T await(final String what, final Callable<T> source, final Predicate<T> wanted)
            throws Exception {
        final long start = System.nanoTime();
        var last = source.call();
        while (!wanted.test(last)) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError(what + ": not within a minute; last was " + last);
            }
            Thread.sleep(STEP_MILLIS);
            last = source.call();
        }
        return last;
    }
}
