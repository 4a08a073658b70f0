/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.FieldMatch;
import java.util.EnumSet;
import java.util.Set;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg0;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg1;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg2;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg3;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg4;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg5;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg6;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg7;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.ExtensionKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.general.extension.grouping.ExtensionBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.general.extension.list.grouping.ExtensionList;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.general.extension.list.grouping.ExtensionListBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxAugMatchRpcAddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxAugMatchRpcAddFlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxCtMarkKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxCtStateKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg0Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg1Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg2Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg3Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg4Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg5Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg6Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxmNxReg7Key;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.nxm.nx.ct.mark.grouping.NxmNxCtMarkBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.nxm.nx.ct.state.grouping.NxmNxCtStateBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.nxm.nx.reg.grouping.NxmNxRegBuilder;
import org.opendaylight.yangtools.yang.common.Uint32;

/** Puts conditions that OpenFlow 1.3 does not know, but Open vSwitch does, into OpenFlowPlugin's words. */
final class ExtensionEncoder {
    private static final Set<Field> KNOWN = EnumSet.of(Field.REG0, Field.REG1, Field.REG2, Field.REG3, Field.REG4,
        Field.REG5, Field.REG6, Field.REG7, Field.CT_STATE, Field.CT_MARK);

    private ExtensionEncoder() {
    }

    /** Whether a field is one of those that this class encodes. */
    static boolean knows(final Field field) {
        return KNOWN.contains(field);
    }

    /**
     * Encodes a condition.
     *
     * @throws IllegalArgumentException if OpenFlowPlugin can't say it
     */
    static ExtensionList encode(final FieldMatch condition) {
        return switch (condition.field()) {
            case REG0 -> register(condition, NxmNxReg0.class, NxmNxReg0Key.class);
            case REG1 -> register(condition, NxmNxReg1.class, NxmNxReg1Key.class);
            case REG2 -> register(condition, NxmNxReg2.class, NxmNxReg2Key.class);
            case REG3 -> register(condition, NxmNxReg3.class, NxmNxReg3Key.class);
            case REG4 -> register(condition, NxmNxReg4.class, NxmNxReg4Key.class);
            case REG5 -> register(condition, NxmNxReg5.class, NxmNxReg5Key.class);
            case REG6 -> register(condition, NxmNxReg6.class, NxmNxReg6Key.class);
            case REG7 -> register(condition, NxmNxReg7.class, NxmNxReg7Key.class);
            // Always with a mask: OpenFlowPlugin reads the state back only so, and writes neither of the two without.
            case CT_STATE -> entry(NxmNxCtStateKey.class, new NxAugMatchRpcAddFlowBuilder()
                .setNxmNxCtState(new NxmNxCtStateBuilder().setCtState(value(condition)).setMask(mask(condition)).build())
                .build());
            case CT_MARK -> entry(NxmNxCtMarkKey.class, new NxAugMatchRpcAddFlowBuilder()
                .setNxmNxCtMark(new NxmNxCtMarkBuilder().setCtMark(value(exact(condition))).setMask(mask(condition))
                    .build()).build());
            default -> throw new IllegalArgumentException("OpenFlowPlugin can't match " + condition);
        };
    }

    private static ExtensionList register(final FieldMatch condition, final Class<? extends NxmNxReg> register,
            final Class<? extends ExtensionKey> key) {
        return entry(key, new NxAugMatchRpcAddFlowBuilder().setNxmNxReg(new NxmNxRegBuilder().setReg(register)
            .setValue(value(condition)).setMask(condition.isExact() ? null : mask(condition)).build()).build());
    }

    private static ExtensionList entry(final Class<? extends ExtensionKey> key, final NxAugMatchRpcAddFlow match) {
        return new ExtensionListBuilder().setExtensionKey(key).setExtension(
            new ExtensionBuilder().addAugmentation(NxAugMatchRpcAddFlow.class, match).build()).build();
    }

    /** OpenFlowPlugin swaps the value and the mask of a masked mark when it reads it back. */
    private static FieldMatch exact(final FieldMatch condition) {
        if (!condition.isExact()) {
            throw new IllegalArgumentException("OpenFlowPlugin can't read back a mask of " + condition);
        }
        return condition;
    }

    private static Uint32 value(final FieldMatch condition) {
        return Uint32.valueOf(condition.low());
    }

    private static Uint32 mask(final FieldMatch condition) {
        return Uint32.valueOf(condition.maskLow());
    }
}
