/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.Sample;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.model.QosPolicy;
import io.tenantnet.impl.resolve.Changes;
import io.tenantnet.impl.resolve.Resolver;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Tables 46 and 127, on a host with the ports 1 (number 101) and 2 (102). */
class QosTest {
    private static final String EGRESS_OTHER = "table=46,priority=0 actions=goto_table:50\n";
    private static final String INGRESS_OTHER = "table=127,priority=0 actions=goto_table:130\n";

    @Test
    void aLimitIsAMeterInEachDirection() {
        assertThat(qos(sample().shapedPort(1, 1, 1).qosPolicy(1, 20_000, OptionalInt.empty()).build())).isEqualTo("""
            table=0,priority=100,in_port=101 actions=write_metadata:0xca00003001389/0x1fffffff0fffffff,goto_table:46
            table=127,priority=0 actions=goto_table:130
            table=127,priority=100,reg7=0x65,eth_dst=fa:16:3e:00:00:01 actions=\
            meter:0x50000065(kbps,rate=20000,burst=16000),goto_table:130
            table=46,priority=0 actions=goto_table:50
            table=46,priority=100,metadata=0xca00000000000/0x1ffffffe00000000 actions=\
            meter:0x40000065(kbps,rate=20000,burst=16000),goto_table:50
            """);
    }

    @Test
    void onlyIpPacketsAreMarked() {
        assertThat(qos(sample().shapedPort(1, 1, 1).qosPolicy(new QosPolicy(Sample.qosPolicyId(1), Optional.empty(),
            Optional.empty(), OptionalInt.of(46), false)).build())).isEqualTo("""
            table=0,priority=100,in_port=101 actions=write_metadata:0xca00003001389/0x1fffffff0fffffff,goto_table:46
            """ + INGRESS_OTHER + EGRESS_OTHER + """
            table=46,priority=110,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x800 actions=\
            set_field:46->ip_dscp,goto_table:50
            table=46,priority=110,metadata=0xca00000000000/0x1ffffffe00000000,eth_type=0x86dd actions=\
            set_field:46->ip_dscp,goto_table:50
            """);
    }

    @Test
    void whatIsMarkedIsLimitedToo() {
        assertThat(qos(sample().shapedPort(1, 1, 1).qosPolicy(1, 10, OptionalInt.of(0)).build()))
            .contains("eth_type=0x800 actions=meter:0x40000065(kbps,rate=10,burst=8),set_field:0->ip_dscp,goto_table:50")
            .contains("/0x1ffffffe00000000 actions=meter:0x40000065(kbps,rate=10,burst=8),goto_table:50");
    }

    /** The number of the meters is the sub-port's own, which its zone of connection tracking is, too. */
    @Test
    void aSubPortHasMetersOfItsOwn() {
        final var model = sample().port(1, 1).shapedPort(2, 1, 1).trunk(1, 1, 2)
            .qosPolicy(1, 20_000, OptionalInt.empty()).build();
        final int number = Resolver.resolve(model).ports().get(Sample.portId(2)).number();
        assertThat(number).isGreaterThan(0x7fff);
        assertThat(flows(model, "table=(44|46|127),.*")).isEqualTo("""
            table=127,priority=0 actions=goto_table:130
            table=127,priority=100,reg7=0x1f60065,eth_dst=fa:16:3e:00:00:02 actions=\
            meter:0x5000%1$x(kbps,rate=20000,burst=16000),goto_table:130
            table=44,priority=100,in_port=101,vlan_vid=0x11f6 actions=\
            pop_vlan,write_metadata:0xca3ec03001389/0x1fffffff0fffffff,goto_table:46
            table=46,priority=0 actions=goto_table:50
            table=46,priority=100,metadata=0xca3ec00000000/0x1ffffffe00000000 actions=\
            meter:0x4000%1$x(kbps,rate=20000,burst=16000),goto_table:50
            """.formatted(number));
    }

    @Test
    void aPortWithoutPolicyCostsNothing() {
        final var nothing = """
            table=0,priority=100,in_port=101 actions=write_metadata:0xca00003001389/0x1fffffff0fffffff,goto_table:50
            """ + INGRESS_OTHER + EGRESS_OTHER;
        assertThat(qos(sample().port(1, 1).qosPolicy(1, 10, OptionalInt.empty()).build())).isEqualTo(nothing);
        assertThat(qos(sample().shapedPort(1, 1, 1).build())).as("a policy that does not exist").isEqualTo(nothing);
    }

    private static Sample sample() {
        return new Sample().network(1).host(1, Sample.tap(1));
    }

    private static String qos(final Model model) {
        return flows(model, "table=(46|127),.*|table=0,priority=100,in_port=101.*");
    }

    private static String flows(final Model model, final String pattern) {
        final var resolved = Resolver.resolve(model);
        return Changes.all(resolved, "h1").stream()
            .flatMap(scope -> Renderer.render(resolved, "h1", scope).stream()).map(Flow::toString)
            .filter(text -> text.matches(pattern)).map(text -> text + "\n").sorted().reduce("", String::concat);
    }
}
