/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.neutron.map;

import static java.util.Objects.requireNonNull;

import io.tenantnet.neutron.json.Fields;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Source;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.TenantObject;
import org.opendaylight.yang.gen.v1.urn.tenantnet.types.rev261121.Uuid;
import org.opendaylight.yangtools.yang.common.Uint64;

/** What every object of the tenant model has, from Neutron's keys for it. */
final class Identity implements TenantObject {
    private static final int LONGEST_DESCRIPTION = 1024;

    private final String id;
    private final Fields fields;

    Identity(final String id, final Fields fields) {
        this.id = requireNonNull(id);
        this.fields = requireNonNull(fields);
    }

    @Override
    public Uuid getUuid() {
        return new Uuid(id);
    }

    @Override
    public String getProjectId() {
        // Neutron's own ports belong to nobody: an empty text, or none.
        return fields.word("tenant_id").or(() -> fields.word("project_id")).orElse(null);
    }

    @Override
    public String getName() {
        return fields.text("name").orElse(null);
    }

    @Override
    public String getDescription() {
        return fields.text("description", LONGEST_DESCRIPTION).orElse(null);
    }

    @Override
    public Uint64 getRevision() {
        return fields.number("revision_number", Long.MAX_VALUE).map(Uint64::valueOf).orElse(null);
    }

    @Override
    public Source getSource() {
        return Source.Neutron;
    }

    @Override
    public Class<TenantObject> implementedInterface() {
        return TenantObject.class;
    }
}
