/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.Network;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.NetworkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.network.Segments;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.tenant.networks.networks.network.SegmentsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.NetworkType;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.SegmentationId;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;

class NetworkReaderTest {
    private static final String ID = "52dc1f2a-0001-4c6b-8f00-000000000001";

    @Test
    void appliesTheDefaultsOfTheModel() {
        assertThat(ConfigReader.network(network(null, null, null).build())).isEqualTo(new Network(
            UUID.fromString(ID), io.tenantnet.impl.model.NetworkType.VXLAN, Optional.empty(), OptionalInt.empty(), true,
            true, 1450, false));
    }

    @Test
    void readsWhatIsSet() {
        final var network = ConfigReader.network(network(NetworkType.Vlan, "physnet1", 4094L)
            .setAdminStateUp(false).setPortSecurityEnabled(false).setMtu(Uint32.valueOf(9000))
            .setVlanTransparent(true).build());
        assertThat(network).isEqualTo(new Network(UUID.fromString(ID), io.tenantnet.impl.model.NetworkType.VLAN,
            Optional.of("physnet1"), OptionalInt.of(4094), false, false, 9000, true));
    }

    @ParameterizedTest
    @CsvSource({
        "Vxlan, , 16777215", "Vxlan, , 1", "Vxlan, ,", "Geneve, , 16777215", "Gre, , 4294967295", "Vlan, p, 1",
        "Flat, p,", "Local, ,"
    })
    void acceptsWhatNeutronsTypeDriversAccept(final NetworkType type, final String physical, final Long id) {
        assertThat(ConfigReader.network(network(type, physical, id).build()).type().name())
            .isEqualToIgnoringCase(type.name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Vxlan  |   | 0        | segmentation-id '0' is not in 1..16777215 of type vxlan",
        "Vxlan  |   | 16777216 | segmentation-id '16777216' is not in 1..16777215 of type vxlan",
        "Vxlan  | p | 5        | physical-network 'p' has no meaning for a network of type vxlan",
        "Geneve |   | 16777216 | segmentation-id '16777216' is not in 1..16777215 of type geneve",
        "Geneve |   |          | segmentation-id is missing: a network of type geneve needs one; only vxlan networks"
            + " are given one",
        "Gre    |   | 0        | segmentation-id '0' is not in 1..4294967295 of type gre",
        "Vlan   | p | 4095     | segmentation-id '4095' is not in 1..4094 of type vlan",
        "Vlan   |   | 5        | physical-network is missing: a network of type vlan needs one",
        "Vlan   | p |          | segmentation-id is missing: a network of type vlan needs one; only vxlan networks"
            + " are given one",
        "Flat   |   |          | physical-network is missing: a network of type flat needs one",
        "Flat   | p | 5        | segmentation-id '5' has no meaning for a network of type flat",
        "Local  |   | 5        | segmentation-id '5' has no meaning for a network of type local",
        "Local  | p |          | physical-network 'p' has no meaning for a network of type local"
    })
    void refusesWhatNeutronsTypeDriversRefuse(final NetworkType type, final String physical, final Long id,
            final String message) {
        assertRefused(network(type, physical, id), message);
    }

    @Test
    void refusesOtherLeaves() {
        assertRefused(network(null, null, null).setMtu(Uint32.valueOf(67)), "mtu '67' is not in 68..65535");
        assertRefused(network(null, null, null).setMtu(Uint32.valueOf(65536)), "mtu '65536' is not in 68..65535");
        assertRefused(network(null, null, null).setQosPolicyId(new Uuid("x")), "qos-policy-id 'x' is not a UUID"
            + " (32 hexadecimal digits, with dashes as 8-4-4-4-12 or without)");
        assertThatThrownBy(() -> ConfigReader.network(network(null, null, null).withKey(null)
            .setUuid(new Uuid("net\n1")).build())).hasMessage("network 'net?1': uuid 'net?1' is not a UUID"
                + " (32 hexadecimal digits, with dashes as 8-4-4-4-12 or without)");
    }

    @Test
    void refusesTextsThatAreTooLong() {
        final var shown = "'" + "x".repeat(80) + "...'";
        assertRefused(network(null, null, null).setProjectId("x".repeat(256)),
            "project-id " + shown + " has 256 characters: 0..255 are allowed");
        assertRefused(network(null, null, null).setName("x".repeat(256)),
            "name " + shown + " has 256 characters: 0..255 are allowed");
        assertRefused(network(null, null, null).setDescription("x".repeat(1025)),
            "description " + shown + " has 1025 characters: 0..1024 are allowed");
        assertRefused(network(NetworkType.Flat, "x".repeat(256), null),
            "physical-network " + shown + " has 256 characters: 1..255 are allowed");
        assertRefused(network(NetworkType.Flat, "", null),
            "physical-network '' has 0 characters: 1..255 are allowed");
        ConfigReader.network(network(null, null, null).setName("\uD83D\uDE00".repeat(255)).build());
    }

    @Test
    void isRepresentedByItsFirstVxlanSegment() {
        final var network = network(null, null, null).setSegments(List.of(
            segment(2, NetworkType.Vxlan, null, 8L), segment(0, NetworkType.Vlan, "p", 5L),
            segment(1, NetworkType.Vxlan, null, 7L))).build();
        assertThat(ConfigReader.network(network).segmentationId()).hasValue(7);
        assertThat(ConfigReader.network(network).type()).isEqualTo(io.tenantnet.impl.model.NetworkType.VXLAN);
        assertThat(ConfigReader.segments(network)).containsExactly(
            new ProviderSegment(io.tenantnet.impl.model.NetworkType.VLAN, "p", 5),
            new ProviderSegment(io.tenantnet.impl.model.NetworkType.VXLAN, "", 7),
            new ProviderSegment(io.tenantnet.impl.model.NetworkType.VXLAN, "", 8));
    }

    @Test
    void refusesSegmentsThatSayNothingOrTooMuch() {
        assertRefused(network(NetworkType.Gre, null, null).setSegments(List.of(
            segment(0, NetworkType.Gre, null, 7L))),
            "network-type 'gre' stands beside segments, which say the same for each segment");
        assertRefused(network(null, null, 7L).setSegments(List.of(segment(0, NetworkType.Vxlan, null, 7L))),
            "segmentation-id '7' stands beside segments, which say the same for each segment");
        assertRefused(network(null, null, null).setSegments(List.of(segment(0, null, null, 7L))),
            "segments 0/network-type is missing");
        assertRefused(network(null, null, null).setSegments(List.of(segment(3, NetworkType.Vxlan, null, null))),
            "segments 3/segmentation-id is missing: identifiers are given to networks without segments only");
        assertRefused(network(null, null, null).setSegments(List.of(segment(0, NetworkType.Vxlan, null, 7L),
            segment(1, NetworkType.Vxlan, null, 7L))), "segments '1' is the same as an earlier segment");
    }

    private static void assertRefused(final NetworkBuilder network, final String message) {
        assertThatThrownBy(() -> ConfigReader.network(network.build())).isInstanceOf(InvalidLeafException.class)
            .hasMessage("network " + ID + ": " + message);
    }

    private static NetworkBuilder network(final NetworkType type, final String physical, final Long id) {
        return new NetworkBuilder().setUuid(new Uuid(ID)).setNetworkType(type).setPhysicalNetwork(physical)
            .setSegmentationId(id(id));
    }

    private static Segments segment(final int index, final NetworkType type, final String physical, final Long id) {
        return new SegmentsBuilder().setIndex(Uint16.valueOf(index)).setNetworkType(type)
            .setPhysicalNetwork(physical).setSegmentationId(id(id)).build();
    }

    private static SegmentationId id(final Long id) {
        return id == null ? null : new SegmentationId(Uint32.valueOf(id));
    }
}
