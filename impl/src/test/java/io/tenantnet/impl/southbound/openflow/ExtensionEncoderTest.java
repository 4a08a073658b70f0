/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.flow.Field;
import io.tenantnet.impl.flow.Match;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowjava.nx.match.rev140421.NxmNxReg2;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.general.rev140714.GeneralAugMatchRpcAddFlow;
import org.opendaylight.yang.gen.v1.urn.opendaylight.openflowplugin.extension.nicira.match.rev140714.NxAugMatchRpcAddFlow;

class ExtensionEncoderTest {
    private static NxAugMatchRpcAddFlow encode(final Match match) {
        return MatchEncoder.encode(match).augmentation(GeneralAugMatchRpcAddFlow.class).getExtensionList().get(0)
            .getExtension().augmentation(NxAugMatchRpcAddFlow.class);
    }

    @Test
    void registers() {
        final var whole = encode(Match.ANY.with(Field.REG2, 80)).getNxmNxReg();
        assertThat(whole.getReg()).isEqualTo(NxmNxReg2.class);
        assertThat(whole.getValue().longValue()).isEqualTo(80);
        assertThat(whole.getMask()).isNull();
        final var masked = encode(Match.ANY.with(Field.REG2, 0x50, 0xfffc)).getNxmNxReg();
        assertThat(masked.getMask().longValue()).isEqualTo(0xfffc);
    }

    @Test
    void connectionStateAlwaysHasAMask() {
        final var some = encode(Match.ANY.with(Field.CT_STATE, 0x21, 0x31)).getNxmNxCtState();
        assertThat(some.getCtState().longValue()).isEqualTo(0x21);
        assertThat(some.getMask().longValue()).isEqualTo(0x31);
        assertThat(encode(Match.ANY.with(Field.CT_STATE, 0x21)).getNxmNxCtState().getMask().longValue())
            .isEqualTo(0xffff_ffffL);
    }

    @Test
    void markIsWhole() {
        assertThat(encode(Match.ANY.with(Field.CT_MARK, 1)).getNxmNxCtMark().getMask().longValue())
            .isEqualTo(0xffff_ffffL);
        final var masked = Match.ANY.with(Field.CT_MARK, 1, 1);
        assertThatThrownBy(() -> MatchEncoder.encode(masked)).isInstanceOf(IllegalArgumentException.class);
    }
}
