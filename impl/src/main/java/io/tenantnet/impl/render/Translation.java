/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Nat;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.net.IpAddress;
import io.tenantnet.impl.resolve.ResolvedRouter;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How packets between routers and the world outside are told apart and translated: in the tables of NAT register 1 holds
 * the router's zone of connection tracking.
 */
final class Translation {
    private static final int IPV4 = 4;

    private Translation() {
    }

    /** Says whose the packet is. */
    static Action by(final int zone) {
        return new Action.SetField(Field.REG1, zone);
    }

    /** Packets of a router. */
    static Match of(final ResolvedRouter router) {
        return of(router.zone());
    }

    /** Packets of a router's zone. */
    static Match of(final int zone) {
        return Match.ANY.with(Field.REG1, zone);
    }

    /** Says to which floating IP a packet came: two may lead to the same port inside. */
    static Action through(final IpAddress floating) {
        return new Action.SetField(Field.REG3, floating.low());
    }

    /** Packets that came to a floating IP. */
    static Match through(final Match match, final IpAddress floating) {
        return match.with(Field.REG3, floating.low());
    }

    /** Looks the connection up and does what was decided for it. */
    static Action asDecided(final Table next) {
        return conntrack(false, next, Nat.AS_DECIDED);
    }

    /** Decides for a new connection. */
    static Action decide(final Nat nat, final Table next) {
        return conntrack(true, next, nat);
    }

    private static Action conntrack(final boolean commit, final Table next, final Nat nat) {
        return new Action.Conntrack(commit, Field.REG1, Optional.of(next), OptionalInt.empty(), Optional.of(nat));
    }

    /** Whether a router's gateway has an address of a version. */
    static boolean speaks(final ResolvedRouter router, final int version) {
        return router.gateway().stream().flatMap(gateway -> gateway.addresses().stream())
            .anyMatch(address -> address.version() == version);
    }

    /** Whether connections of a router are translated. */
    static boolean isNeeded(final ResolvedRouter router) {
        return speaks(router, IPV4) && (router.gateway().orElseThrow().snat() || router.forwards());
    }
}
