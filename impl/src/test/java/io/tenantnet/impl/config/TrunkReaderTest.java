/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantnet.impl.model.Trunk;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.TrunkBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.trunk.SubPorts;
import org.opendaylight.yang.gen.v1.urn.tenantnet.trunk.rev261121.trunk.trunks.trunk.SubPortsBuilder;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint32;

class TrunkReaderTest {
    private static final String ID = "00000000-0000-4000-8000-00000000000";

    private static TrunkBuilder trunk(final SubPorts... subPorts) {
        return new TrunkBuilder().setUuid(new Uuid(ID + "0")).setPortId(new Uuid(ID + "1"))
            .setSubPorts(List.of(subPorts));
    }

    private static SubPorts subPort(final int id, final Long vlan) {
        return new SubPortsBuilder().setPortId(new Uuid(ID + id))
            .setSegmentationId(vlan == null ? null : Uint32.valueOf(vlan)).build();
    }

    private static void refused(final TrunkBuilder trunk, final String message) {
        assertThatThrownBy(() -> ConfigReader.trunk(trunk.build())).isInstanceOf(InvalidLeafException.class)
            .hasMessage("trunk " + ID + "0: " + message);
    }

    @Test
    void readsWhatIsSet() {
        assertThat(ConfigReader.trunk(trunk(subPort(2, 1L), subPort(3, 4094L)).build())).isEqualTo(
            new Trunk(UUID.fromString(ID + "0"), true, UUID.fromString(ID + "1"), List.of(
                new Trunk.SubPort(UUID.fromString(ID + "2"), 1), new Trunk.SubPort(UUID.fromString(ID + "3"), 4094))));
        assertThat(ConfigReader.trunk(trunk().setAdminStateUp(false).build()).adminUp()).isFalse();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        refused(trunk().setPortId(null), "port-id is missing");
        refused(trunk(subPort(2, null)), "sub-ports/segmentation-id is missing");
        refused(trunk(subPort(2, 0L)), "sub-ports/segmentation-id '0' is not in 1..4094");
        refused(trunk(subPort(2, 4095L)), "sub-ports/segmentation-id '4095' is not in 1..4094");
        refused(trunk(subPort(2, 7L), subPort(3, 7L)), "sub-ports/segmentation-id '7' is given twice");
        refused(trunk(subPort(1, 7L)), "sub-ports/port-id '" + ID + "1' is in the trunk already");
    }
}
