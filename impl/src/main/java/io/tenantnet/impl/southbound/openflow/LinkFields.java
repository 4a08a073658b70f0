/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.l2.types.rev130827.EtherType;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetDestinationBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetSourceBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.ethernet.match.fields.EthernetTypeBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.EthernetMatchBuilder;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Conditions for a frame's addresses and type. */
final class LinkFields {
    private final EthernetMatchBuilder ethernet = new EthernetMatchBuilder();
    private boolean used;

    /** Adds a condition; false for one of another layer. */
    boolean add(final FieldMatch condition) {
        switch (condition.field()) {
            case ETH_DST -> ethernet.setEthernetDestination(new EthernetDestinationBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(Conditions.macMask(condition)).build());
            case ETH_SRC -> ethernet.setEthernetSource(new EthernetSourceBuilder()
                .setAddress(Addresses.mac(condition.low())).setMask(Conditions.macMask(condition)).build());
            case ETH_TYPE -> ethernet.setEthernetType(new EthernetTypeBuilder()
                .setType(new EtherType(Uint32.valueOf(Conditions.exact(condition)))).build());
            default -> {
                return false;
            }
        }
        used = true;
        return true;
    }

    void into(final MatchBuilder match) {
        if (used) {
            match.setEthernetMatch(ethernet.build());
        }
    }
}
