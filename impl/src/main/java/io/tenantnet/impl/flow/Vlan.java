/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.flow;

import java.util.List;

/** The values of {@link Field#VLAN_VID} (OpenFlow 1.3.5 section 7.2.3.8), which tell a frame without tag from VLAN 0. */
public final class Vlan {
    /** The value of a frame without VLAN tag. */
    public static final int NONE = 0;
    /** The bit that a frame with a VLAN tag has set. */
    public static final int PRESENT = 0x1000;

    private Vlan() {
    }

    /** Frames with any VLAN tag. */
    public static Match any(final Match match) {
        return match.with(Field.VLAN_VID, PRESENT, PRESENT);
    }

    /** Frames without VLAN tag. */
    public static Match none(final Match match) {
        return match.with(Field.VLAN_VID, NONE);
    }

    /** Frames of a VLAN, 1..4094. */
    public static Match is(final Match match, final int id) {
        return match.with(Field.VLAN_VID, PRESENT | id);
    }

    /** Puts a frame into a VLAN, 1..4094. */
    public static List<Action> push(final int id) {
        return List.of(new Action.PushVlan(), new Action.SetField(Field.VLAN_VID, PRESENT | id));
    }
}
