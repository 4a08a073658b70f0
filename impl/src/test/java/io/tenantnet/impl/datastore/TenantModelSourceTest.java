/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.model.Settings;
import io.tenantnet.impl.model.TenantModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.opendaylight.mdsal.binding.api.WriteTransaction;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Networks;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.SettingsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.Network;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.NetworkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.NetworkKey;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint32;

class TenantModelSourceTest {
    private static final LogicalDatastoreType CONFIG = LogicalDatastoreType.CONFIGURATION;
    private static final InstanceIdentifier<TenantNetworks> ROOT = InstanceIdentifier.create(TenantNetworks.class);
    private static final InstanceIdentifier<org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks
        .Settings> SETTINGS = ROOT.child(org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks
            .Settings.class);

    private final MemoryStore store = MemoryStore.create();
    private final List<TenantModel> heard = new ArrayList<>();
    private final TenantModelSource source = new TenantModelSource(store.getDataBroker(), heard::add);

    @Test
    void whatIsStoredIsHeardWhenTheStartIsOver() {
        store.write(transaction -> put(transaction, 1, 1450));
        source.start();
        assertThat(heard.get(0).networks()).containsOnlyKeys(Sample.networkId(1));
    }

    @Test
    void changesAreHeard() {
        source.start();
        assertThat(last()).isEqualTo(TenantModel.EMPTY);
        store.write(transaction -> {
            put(transaction, 1, 1450);
            put(transaction, 2, 1450);
        });
        assertThat(last().networks()).hasSize(2);
        store.write(transaction -> put(transaction, 1, 9000));
        assertThat(last().networks().get(Sample.networkId(1)).mtu()).isEqualTo(9000);
        store.write(transaction -> transaction.delete(CONFIG, path(id(1))));
        assertThat(last().networks()).containsOnlyKeys(Sample.networkId(2));
        store.write(transaction -> transaction.delete(CONFIG, path(id(2))));
        assertThat(last().networks()).isEmpty();
        store.write(transaction -> put(transaction, 3, 1450));
        assertThat(last().networks()).containsOnlyKeys(Sample.networkId(3));
        store.write(transaction -> transaction.delete(CONFIG, ROOT.child(Networks.class)));
        assertThat(last().networks()).isEmpty();
    }

    @Test
    void aModelThatIsReplacedOrRemovedAsAWholeIsHeard() {
        source.start();
        store.write(transaction -> put(transaction, 1, 1450));
        store.write(transaction -> {
            transaction.delete(CONFIG, ROOT);
            put(transaction, 2, 1450);
        });
        assertThat(last().networks()).containsOnlyKeys(Sample.networkId(2));
        store.write(transaction -> transaction.delete(CONFIG, ROOT));
        assertThat(last()).isEqualTo(TenantModel.EMPTY);
    }

    @Test
    void anObjectThatIsSpelledOtherwiseStays() {
        source.start();
        final var spellings = List.of(id(10), id(10).toUpperCase(Locale.ROOT), id(10).replace("-", ""));
        store.write(transaction -> put(transaction, spellings.get(0), 1450));
        for (int i = 0; i < 12; i++) {
            final var before = spellings.get(i % 3);
            final var after = spellings.get((i + 1) % 3);
            store.write(transaction -> {
                transaction.delete(CONFIG, path(before));
                put(transaction, after, 1450);
            });
            assertThat(last().networks()).containsOnlyKeys(Sample.networkId(10));
        }
    }

    @Test
    void anObjectThatMakesNoSenseDoesNotStopTheOthers() {
        source.start();
        store.write(transaction -> {
            put(transaction, 1, 10);
            put(transaction, "no uuid", 1450);
            put(transaction, 2, 1450);
        });
        assertThat(last().networks()).containsOnlyKeys(Sample.networkId(2));
    }

    @Test
    void settingsAreHeardAndGoBackToTheirDefaults() {
        source.start();
        store.write(transaction -> putHold(transaction, 7));
        assertThat(last().settings().hostHold()).isEqualTo(Duration.ofSeconds(7));
        store.write(transaction -> transaction.delete(CONFIG, SETTINGS));
        assertThat(last().settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void settingsThatMakeNoSenseDoNotStopTheRest() {
        store.write(transaction -> {
            putHold(transaction, 0);
            put(transaction, 1, 1450);
        });
        source.start();
        assertThat(last().networks()).hasSize(1);
        assertThat(last().settings()).isEqualTo(Settings.DEFAULT);
        store.write(transaction -> {
            putHold(transaction, 4_000_000);
            put(transaction, 2, 1450);
        });
        assertThat(last().networks()).hasSize(2);
    }

    @Test
    void nothingIsHeardAfterTheEnd() {
        source.start();
        source.close();
        heard.clear();
        store.write(transaction -> put(transaction, 1, 1450));
        assertThat(heard).isEmpty();
    }

    private TenantModel last() {
        return heard.get(heard.size() - 1);
    }

    private static void putHold(final WriteTransaction transaction, final long seconds) {
        transaction.mergeParentStructurePut(CONFIG, SETTINGS,
            new SettingsBuilder().setHostHoldTime(Uint32.valueOf(seconds)).build());
    }

    private static void put(final WriteTransaction transaction, final int number, final int mtu) {
        put(transaction, id(number), mtu);
    }

    private static void put(final WriteTransaction transaction, final String id, final int mtu) {
        transaction.mergeParentStructurePut(CONFIG, path(id),
            new NetworkBuilder().setUuid(new Uuid(id)).setMtu(Uint32.valueOf(mtu)).build());
    }

    private static String id(final int number) {
        return Sample.networkId(number).toString();
    }

    private static InstanceIdentifier<Network> path(final String id) {
        return ROOT.child(Networks.class).child(Network.class, new NetworkKey(new Uuid(id)));
    }
}
