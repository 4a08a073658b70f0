/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.Field;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg0;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg1;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg2;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg3;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg4;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg5;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg6;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg7;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.DstChoice;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxArpShaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxArpThaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxIpv6DstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxIpv6SrcCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxRegCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxTunIdCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstNxTunIpv4DstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfArpOpCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfArpSpaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfArpTpaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfEthDstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfEthSrcCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfIpDstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.dst.choice.grouping.dst.choice.DstOfIpSrcCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.SrcChoice;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxArpShaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxArpThaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxIpv6DstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxIpv6SrcCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxRegCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxTunIdCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcNxTunIpv4DstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfArpOpCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfArpSpaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfArpTpaCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfEthDstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfEthSrcCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfIpDstCaseBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.action.rev140714.src.choice.grouping.src.choice.SrcOfIpSrcCaseBuilder;
import org.opendaylight.yangtools.yang.common.Empty;

/** How Open vSwitch's own actions name the fields that they read and write. */
final class FieldChoices {
    private FieldChoices() {
    }

    /**
     * The field as what an action reads.
     *
     * @throws IllegalArgumentException if OpenFlowPlugin has no name for it
     */
    static SrcChoice source(final Field field) {
        return switch (field) {
            case TUN_ID -> new SrcNxTunIdCaseBuilder().setNxTunId(Empty.getInstance()).build();
            case TUN_DST -> new SrcNxTunIpv4DstCaseBuilder().setNxTunIpv4Dst(Empty.getInstance()).build();
            case ETH_DST -> new SrcOfEthDstCaseBuilder().setOfEthDst(Empty.getInstance()).build();
            case ETH_SRC -> new SrcOfEthSrcCaseBuilder().setOfEthSrc(Empty.getInstance()).build();
            case IPV4_SRC -> new SrcOfIpSrcCaseBuilder().setOfIpSrc(Empty.getInstance()).build();
            case IPV4_DST -> new SrcOfIpDstCaseBuilder().setOfIpDst(Empty.getInstance()).build();
            case IPV6_SRC -> new SrcNxIpv6SrcCaseBuilder().setNxIpv6Src(Empty.getInstance()).build();
            case IPV6_DST -> new SrcNxIpv6DstCaseBuilder().setNxIpv6Dst(Empty.getInstance()).build();
            case ARP_OP -> new SrcOfArpOpCaseBuilder().setOfArpOp(Empty.getInstance()).build();
            case ARP_SPA -> new SrcOfArpSpaCaseBuilder().setOfArpSpa(Empty.getInstance()).build();
            case ARP_TPA -> new SrcOfArpTpaCaseBuilder().setOfArpTpa(Empty.getInstance()).build();
            case ARP_SHA -> new SrcNxArpShaCaseBuilder().setNxArpSha(Empty.getInstance()).build();
            case ARP_THA -> new SrcNxArpThaCaseBuilder().setNxArpTha(Empty.getInstance()).build();
            case REG2 -> new SrcNxRegCaseBuilder().setNxReg(NxmNxReg2.class).build();
            default -> throw new IllegalArgumentException("OpenFlowPlugin can't read " + field);
        };
    }

    private static DstChoice register(final Class<? extends NxmNxReg> register) {
        return new DstNxRegCaseBuilder().setNxReg(register).build();
    }

    /**
     * The field as what an action writes.
     *
     * @throws IllegalArgumentException if OpenFlowPlugin has no name for it
     */
    static DstChoice destination(final Field field) {
        return switch (field) {
            case TUN_ID -> new DstNxTunIdCaseBuilder().setNxTunId(Empty.getInstance()).build();
            case TUN_DST -> new DstNxTunIpv4DstCaseBuilder().setNxTunIpv4Dst(Empty.getInstance()).build();
            case ETH_DST -> new DstOfEthDstCaseBuilder().setOfEthDst(Empty.getInstance()).build();
            case ETH_SRC -> new DstOfEthSrcCaseBuilder().setOfEthSrc(Empty.getInstance()).build();
            case IPV4_SRC -> new DstOfIpSrcCaseBuilder().setOfIpSrc(Empty.getInstance()).build();
            case IPV6_SRC -> new DstNxIpv6SrcCaseBuilder().setNxIpv6Src(Empty.getInstance()).build();
            case IPV6_DST -> new DstNxIpv6DstCaseBuilder().setNxIpv6Dst(Empty.getInstance()).build();
            case ARP_OP -> new DstOfArpOpCaseBuilder().setOfArpOp(Empty.getInstance()).build();
            case ARP_SPA -> new DstOfArpSpaCaseBuilder().setOfArpSpa(Empty.getInstance()).build();
            case ARP_TPA -> new DstOfArpTpaCaseBuilder().setOfArpTpa(Empty.getInstance()).build();
            case ARP_SHA -> new DstNxArpShaCaseBuilder().setNxArpSha(Empty.getInstance()).build();
            case ARP_THA -> new DstNxArpThaCaseBuilder().setNxArpTha(Empty.getInstance()).build();
            case REG0 -> register(NxmNxReg0.class);
            case REG1 -> register(NxmNxReg1.class);
            case REG2 -> register(NxmNxReg2.class);
            case REG3 -> register(NxmNxReg3.class);
            case REG4 -> register(NxmNxReg4.class);
            case REG5 -> register(NxmNxReg5.class);
            case REG6 -> register(NxmNxReg6.class);
            case REG7 -> register(NxmNxReg7.class);
            case IPV4_DST -> new DstOfIpDstCaseBuilder().setOfIpDst(Empty.getInstance()).build();
            default -> throw new IllegalArgumentException("OpenFlowPlugin can't write " + field);
        };
    }
}
