/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.SecurityRule;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule.Action;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule.Direction;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRule.Ethertype;
import org.opendaylight.yang.gen.v1.urn.tenantnet.security.rev261121.security.security.group.rules.SecurityGroupRuleBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.IpPrefix;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint32;

class SecurityRuleReaderTest {
    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final Uuid GROUP = new Uuid("00000000-0000-0000-0000-000000000002");

    private static SecurityRule read(final Consumer<SecurityGroupRuleBuilder> leaves) {
        final var rule = new SecurityGroupRuleBuilder().setUuid(new Uuid(ID)).setSecurityGroupId(GROUP)
            .setDirection(Direction.Ingress);
        leaves.accept(rule);
        return ConfigReader.securityRule(rule.build());
    }

    private static void refused(final String message, final Consumer<SecurityGroupRuleBuilder> leaves) {
        assertThatThrownBy(() -> read(leaves)).isInstanceOf(InvalidLeafException.class)
            .hasMessage("security group rule " + ID + ": " + message);
    }

    @Test
    void defaults() {
        final var rule = read(leaves -> { });
        assertThat(rule.ipVersion()).isEqualTo(4);
        assertThat(rule.protocol()).isEmpty();
        assertThat(rule.allow()).isTrue();
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.priority()).isEqualTo(1);
        assertThat(rule.direction()).isEqualTo(SecurityRule.Direction.INGRESS);
    }

    @ParameterizedTest
    @CsvSource({"tcp, 6", "TCP, 6", "udp, 17", "icmp, 1", "sctp, 132", "gre, 47", "esp, 50", "ah, 51", "dccp, 33", "egp, 8",
        "igmp, 2", "ipip, 4", "ipv6-encap, 41", "ipv6-frag, 44", "ipv6-nonxt, 59", "ipv6-opts, 60", "ipv6-route, 43",
        "ospf, 89", "pgm, 113", "rsvp, 46", "udplite, 136", "vrrp, 112", "0, 0", "255, 255"})
    void protocols(final String text, final int number) {
        assertThat(read(leaves -> leaves.setProtocol(text)).protocol()).isEqualTo(OptionalInt.of(number));
    }

    @Test
    void everyProtocol() {
        assertThat(read(leaves -> leaves.setProtocol("any")).protocol()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"icmp", "icmpv6", "ipv6-icmp", "58", "1"})
    void icmpOfIpv6(final String text) {
        assertThat(read(leaves -> leaves.setEthertype(Ethertype.IPv6).setProtocol(text)).protocol())
            .isEqualTo(OptionalInt.of(58));
    }

    @Test
    void portsAndIcmpTypes() {
        final var ports = read(leaves -> leaves.setProtocol("tcp").setPortRangeMin(Uint32.valueOf(0))
            .setPortRangeMax(Uint32.valueOf(65535)));
        assertThat(ports.first()).isEqualTo(OptionalInt.of(0));
        assertThat(ports.last()).isEqualTo(OptionalInt.of(65535));
        final var echo = read(leaves -> leaves.setProtocol("icmp").setPortRangeMin(Uint32.valueOf(8)));
        assertThat(echo.first()).isEqualTo(OptionalInt.of(8));
        assertThat(echo.last()).isEmpty();
        // A code may be below the type: they are no range.
        assertThat(read(leaves -> leaves.setProtocol("icmp").setPortRangeMin(Uint32.valueOf(8))
            .setPortRangeMax(Uint32.ZERO)).last()).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void refusedProtocols() {
        refused("protocol 'tpc' is neither a protocol's name nor a number 0..255", leaves -> leaves.setProtocol("tpc"));
        refused("protocol '256' is neither a protocol's name nor a number 0..255", leaves -> leaves.setProtocol("256"));
        refused("protocol '-1' is neither a protocol's name nor a number 0..255", leaves -> leaves.setProtocol("-1"));
        refused("protocol 'icmpv6' does not fit ethertype IPv4", leaves -> leaves.setProtocol("icmpv6"));
    }

    @Test
    void refusedRanges() {
        refused("port-range-min '80' is above port-range-max, which is 79", leaves -> leaves.setProtocol("tcp")
            .setPortRangeMin(Uint32.valueOf(80)).setPortRangeMax(Uint32.valueOf(79)));
        refused("port-range-max '65536' is not in 0..65535", leaves -> leaves.setProtocol("udp")
            .setPortRangeMin(Uint32.ONE).setPortRangeMax(Uint32.valueOf(65536)));
        refused("port-range-max is missing: it is needed with port-range-min", leaves -> leaves.setProtocol("tcp")
            .setPortRangeMin(Uint32.ONE));
        refused("port-range-min '1' needs a protocol that has ports: tcp, udp, sctp, dccp or udplite",
            leaves -> leaves.setPortRangeMin(Uint32.ONE).setPortRangeMax(Uint32.ONE));
        refused("port-range-min '256' is not in 0..255, as the type and code of ICMP are",
            leaves -> leaves.setProtocol("icmp").setPortRangeMin(Uint32.valueOf(256)));
        refused("port-range-min is missing: the ICMP code 1 needs a type",
            leaves -> leaves.setProtocol("icmp").setPortRangeMax(Uint32.ONE));
    }

    @Test
    void refusedRemotes() {
        refused("remote-ip-prefix '10.0.0.1/24' has host bits: the prefix is 10.0.0.0/24",
            leaves -> leaves.setRemoteIpPrefix(new IpPrefix("10.0.0.1/24")));
        refused("remote-ip-prefix '2001:db8::/64' does not fit ethertype IPv4",
            leaves -> leaves.setRemoteIpPrefix(new IpPrefix("2001:db8::/64")));
        refused("remote-ip-prefix '10.0.0.0/24' cannot go together with remote-group-id " + GROUP.getValue(),
            leaves -> leaves.setRemoteIpPrefix(new IpPrefix("10.0.0.0/24")).setRemoteGroupId(GROUP));
    }

    @Test
    void refusedPriorities() {
        refused("priority '0' is not in 1..100", leaves -> leaves.setPriority(Uint32.ZERO));
        refused("priority '101' is not in 1..100", leaves -> leaves.setPriority(Uint32.valueOf(101)));
        assertThat(read(leaves -> leaves.setPriority(Uint32.valueOf(100)).setAction(Action.Deny)).allow()).isFalse();
    }

    @Test
    void whatIsNeeded() {
        refused("direction is missing", leaves -> leaves.setDirection(null));
        refused("security-group-id is missing", leaves -> leaves.setSecurityGroupId(null));
    }
}
