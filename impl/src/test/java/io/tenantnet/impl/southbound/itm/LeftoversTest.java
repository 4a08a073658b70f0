/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.southbound.itm.Leftovers.Entry;
import io.tenantnet.impl.southbound.itm.Leftovers.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.interfaces.rev140508.Interfaces;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.interfaces.rev140508.interfaces.Interface;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.interfaces.rev140508.interfaces.InterfaceKey;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;

class LeftoversTest {
    private static Entry entry(final Kind kind, final String tunnel, final String place) {
        return new Entry(kind, tunnel, InstanceIdentifier.create(Interfaces.class)
            .child(Interface.class, new InterfaceKey(place)));
    }

    @Test
    void whatSpeaksOfATunnelWithoutInterfaceIsAnOrphan() {
        final var flow = entry(Kind.FLOW, "tun1", "a");
        final var port = entry(Kind.PORT, "tun1", "b");
        final var binding = entry(Kind.BINDING, "tun1", "c");
        final var other = entry(Kind.FLOW, "tun2", "d");
        assertThat(new Leftovers(Set.of("tun2"), List.of(flow, port, binding, other)).orphans())
            .containsExactlyInAnyOrder(flow, port, binding);
    }

    @Test
    void aPortUnderTheFormerNodeOfABridgeIsAnOrphan() {
        final var former = entry(Kind.PORT_OF_ABSENT_BRIDGE, "tun1", "a");
        final var now = entry(Kind.PORT, "tun1", "b");
        assertThat(new Leftovers(Set.of("tun1"), List.of(former, now)).orphans()).containsExactly(former);
    }

    @Test
    void aPortOfAHostThatIsAwayIsNot() {
        final var away = entry(Kind.PORT_OF_ABSENT_BRIDGE, "tun1", "a");
        assertThat(new Leftovers(Set.of("tun1"), List.of(away)).orphans()).isEmpty();
    }
}
