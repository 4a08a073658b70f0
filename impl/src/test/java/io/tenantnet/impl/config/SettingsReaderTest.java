/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.Settings;
import io.tenantnet.impl.model.TunnelMode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.SettingsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.settings.AutomaticSegmentationRangeBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.settings.DhcpBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;
import org.opendaylight.yangtools.yang.common.Uint32;

class SettingsReaderTest {
    @Test
    void appliesTheDefaultsOfTheModel() {
        assertThat(ConfigReader.settings(null)).isEqualTo(Settings.DEFAULT);
        assertThat(ConfigReader.settings(new SettingsBuilder().build())).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void readsWhatIsSet() {
        assertThat(ConfigReader.settings(range(5L, 9L).setHostHoldTime(Uint32.valueOf(60)).setTunnelMode(
            org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.Settings.TunnelMode.Itm)
            .build())).isEqualTo(new Settings(5, 9, Duration.ofSeconds(60), TunnelMode.ITM));
    }

    @Test
    void readsWhatDhcpClientsAreTold() {
        assertThat(ConfigReader.settings(dhcp(600L, "a.test").build()).dhcp())
            .isEqualTo(new Settings.Dhcp(600, Optional.of("a.test")));
        assertThat(ConfigReader.settings(dhcp(null, "").build()).dhcp()).isEqualTo(Settings.Dhcp.DEFAULT);
        assertRefused(dhcp(9L, null), "dhcp/lease-time '9' is not in 10..4294967295 seconds");
        assertRefused(dhcp(600L, "a..b"), "dhcp/domain-name 'a..b' is no domain name (RFC 1035, RFC 1123)");
    }

    private static SettingsBuilder dhcp(final Long lease, final String domain) {
        return new SettingsBuilder().setDhcp(new DhcpBuilder()
            .setLeaseTime(lease == null ? null : Uint32.valueOf(lease)).setDomainName(domain).build());
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertRefused(range(0L, 5L), "automatic-segmentation-range/minimum '0' is not in 1..16777215");
        assertRefused(range(5L, 16777216L), "automatic-segmentation-range/maximum '16777216' is not in 1..16777215");
        assertRefused(range(300000L, null), "automatic-segmentation-range/minimum '300000' is above "
            + "automatic-segmentation-range/maximum, which is 199999");
        assertRefused(new SettingsBuilder().setHostHoldTime(Uint32.ZERO),
            "host-hold-time '0' is not in 1..86400 seconds");
        assertRefused(new SettingsBuilder().setHostHoldTime(Uint32.valueOf(86401)),
            "host-hold-time '86401' is not in 1..86400 seconds");
    }

    private static void assertRefused(final SettingsBuilder settings, final String message) {
        assertThatThrownBy(() -> ConfigReader.settings(settings.build())).isInstanceOf(InvalidLeafException.class)
            .hasMessage("settings: " + message);
    }

    private static SettingsBuilder range(final Long minimum, final Long maximum) {
        return new SettingsBuilder().setAutomaticSegmentationRange(new AutomaticSegmentationRangeBuilder()
            .setMinimum(id(minimum)).setMaximum(id(maximum)).build());
    }

    private static SegmentationId id(final Long id) {
        return id == null ? null : new SegmentationId(Uint32.valueOf(id));
    }
}
