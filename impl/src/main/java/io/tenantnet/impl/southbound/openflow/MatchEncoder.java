/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import io.tenantnet.impl.flow.FieldMatch;
import io.tenantnet.impl.flow.Match;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Dscp;
import org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.MatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.inventory.rev130819.NodeConnectorId;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.IpMatchBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.MetadataBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.model.match.types.rev131026.match.TunnelBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.GeneralAugMatchRpcAddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.GeneralAugMatchRpcAddFlowBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.general.extension.list.grouping.ExtensionList;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/**
 * Puts a match into OpenFlowPlugin's words. Strict: what it can't say in full it refuses, since OpenFlowPlugin reports as
 * written what it then fails to encode, and a flow that matches more than it should is worse than none.
 */
final class MatchEncoder {
    private final MatchBuilder result = new MatchBuilder();
    private final LinkFields link = new LinkFields();
    private final NetworkFields network = new NetworkFields();
    private final TransportFields transport = new TransportFields();
    private final List<ExtensionList> extensions = new ArrayList<>();

    private MatchEncoder() {
    }

    /**
     * Encodes a match.
     *
     * @throws IllegalArgumentException if it has a condition that OpenFlow 1.3.5 section 7.2.3.7 or OpenFlowPlugin's
     *                                  model does not allow
     */
    static org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match encode(final Match match) {
        final var encoder = new MatchEncoder();
        match.fields().forEach(encoder::add);
        return encoder.build();
    }

    private void add(final FieldMatch condition) {
        if (ExtensionEncoder.knows(condition.field())) {
            extensions.add(ExtensionEncoder.encode(condition));
        } else if (!link.add(condition) && !network.add(condition) && !transport.add(condition)) {
            addOther(condition);
        }
    }

    private void addOther(final FieldMatch condition) {
        switch (condition.field()) {
            case IN_PORT -> result.setInPort(new NodeConnectorId(Long.toString(Conditions.exact(condition))));
            case METADATA -> result.setMetadata(new MetadataBuilder().setMetadata(Uint64.fromLongBits(condition.low()))
                .setMetadataMask(Conditions.mask(condition)).build());
            case TUN_ID -> result.setTunnel(new TunnelBuilder().setTunnelId(Uint64.fromLongBits(condition.low()))
                .setTunnelMask(Conditions.mask(condition)).build());
            case VLAN_VID -> result.setVlanMatch(VlanEncoder.encode(condition));
            case IP_PROTO -> result.setIpMatch(new IpMatchBuilder()
                .setIpProtocol(Uint8.valueOf((int) Conditions.exact(condition))).build());
            // To be set, not matched: beside a protocol it would take its place.
            case IP_DSCP -> result.setIpMatch(new IpMatchBuilder()
                .setIpDscp(new Dscp(Uint8.valueOf((int) Conditions.exact(condition)))).build());
            default -> throw new IllegalArgumentException("OpenFlowPlugin can't match " + condition);
        }
    }

    private org.opendaylight.yang.gen.v1.urn.opendaylight.flow.types.rev131026.flow.Match build() {
        link.into(result);
        network.into(result);
        transport.into(result);
        if (!extensions.isEmpty()) {
            result.addAugmentation(GeneralAugMatchRpcAddFlow.class,
                new GeneralAugMatchRpcAddFlowBuilder().setExtensionList(extensions).build());
        }
        return result.build();
    }
}
