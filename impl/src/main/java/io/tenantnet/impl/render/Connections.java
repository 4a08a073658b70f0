/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.render;

import io.tenantnet.impl.flow.Action;
import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import io.tenantnet.impl.flow.Table;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How connection tracking is asked and answered (ovs-fields(7), ct_state). A connection is marked when the rule that had
 * let it in is gone: nothing passes on it any more, in either direction.
 */
final class Connections {
    static final int NEW = 0x01;
    static final int ESTABLISHED = 0x02;
    static final int RELATED = 0x04;
    static final int REPLY = 0x08;
    static final int INVALID = 0x10;
    static final int TRACKED = 0x20;

    private static final int ALLOWED = 0;
    private static final int BLOCKED = 1;

    private Connections() {
    }

    /** Packets that were tracked, and of whose state some bits are set and some are not. */
    static Match are(final Match match, final int set, final int unset) {
        return match.with(Field.CT_STATE, set | TRACKED, set | unset | TRACKED);
    }

    static Match unblocked(final Match match) {
        return match.with(Field.CT_MARK, ALLOWED);
    }

    static Match blocked(final Match match) {
        return match.with(Field.CT_MARK, BLOCKED);
    }

    /** Looks the connection up and goes on with its state. */
    static Action look(final Table next) {
        return new Action.Conntrack(false, Field.REG4, Optional.of(next), OptionalInt.empty());
    }

    /** Remembers the connection, or frees it. */
    static Action allow() {
        return new Action.Conntrack(true, Field.REG4, Optional.empty(), OptionalInt.of(ALLOWED));
    }

    /** Lets nothing pass any more. */
    static Action block() {
        return new Action.Conntrack(true, Field.REG4, Optional.empty(), OptionalInt.of(BLOCKED));
    }
}
