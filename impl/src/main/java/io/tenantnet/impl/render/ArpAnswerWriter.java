/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Flow;
import io.tenantnet.impl.flow.Instructions;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Scope;
import io.tenantnet.impl.flow.Table;
import io.tenantnet.impl.resolve.Site;
import java.util.List;

/**
 * Writes {@link Table#ARP_ANSWER}: a request whose target is in register 2 and the target's MAC address in its destination
 * becomes the answer (RFC 826); others go on.
 */
final class ArpAnswerWriter implements TableWriter {
    private static final int FOUND = 100;
    private static final int OTHER = 0;

    @Override
    public List<Flow> ofSwitch(final Site here) {
        return List.of(
            new Flow(Table.ARP_ANSWER, FOUND, AddressesWriter.found(Packets.ofType(Match.ANY, Packets.ARP)),
                Instructions.applyAndGo(Table.ANSWER,
                    new Action.SetField(Field.ARP_OP, Packets.ARP_REPLY),
                    new Action.Move(Field.ARP_SHA, Field.ARP_THA),
                    new Action.Move(Field.ETH_DST, Field.ARP_SHA),
                    new Action.Move(Field.ETH_SRC, Field.ETH_DST),
                    new Action.Move(Field.ARP_SHA, Field.ETH_SRC),
                    new Action.Move(Field.ARP_SPA, Field.ARP_TPA),
                    new Action.Move(Field.REG2, Field.ARP_SPA)), new Scope.OfSwitch()),
            new Flow(Table.ARP_ANSWER, OTHER, Match.ANY, Instructions.goTo(Table.L2_FORWARD), new Scope.OfSwitch()));
    }
}
