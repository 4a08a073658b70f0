/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.opendaylight.mdsal.binding.dom.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.mdsal.binding.dom.codec.impl.BindingNormalizedNodeCodecRegistry;
import org.opendaylight.mdsal.binding.generator.impl.ModuleInfoBackedContext;
import org.opendaylight.mdsal.binding.generator.util.BindingRuntimeContext;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCandidate;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohort;
import org.opendaylight.mdsal.dom.api.DOMDataTreeIdentifier;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.$YangModuleInfoImpl;
import org.opendaylight.yang.gen.v1.urn.tenantnet.model.rev261121.TenantNetworks;
import org.opendaylight.yangtools.yang.binding.DataObject;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataTree;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataTreeCandidateNode;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataTreeConfiguration;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataTreeModification;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataValidationFailedException;
import org.opendaylight.yangtools.yang.data.api.schema.tree.ModificationType;
import org.opendaylight.yangtools.yang.data.impl.schema.tree.InMemoryDataTreeFactory;
import org.opendaylight.yangtools.yang.model.api.SchemaContext;

/** A datastore's tree that asks a cohort before it commits, and binding on top of it. */
final class TenantTree {
    private final SchemaContext schema;
    private final BindingNormalizedNodeCodecRegistry codec;
    private final DataTree tree;

    TenantTree() {
        final var modules = ModuleInfoBackedContext.create();
        modules.addModuleInfos(List.of($YangModuleInfoImpl.getInstance()));
        schema = modules.tryToCreateSchemaContext().orElseThrow();
        codec = new BindingNormalizedNodeCodecRegistry(BindingRuntimeContext.create(modules, schema));
        tree = new InMemoryDataTreeFactory().create(DataTreeConfiguration.DEFAULT_CONFIGURATION, schema);
    }

    BindingNormalizedNodeSerializer serializer() {
        return codec;
    }

    /** One transaction: commits it if the cohort accepts it; otherwise throws what the cohort refuses it with. */
    void commit(final DOMDataTreeCommitCohort cohort, final BiConsumer<TenantTree, DataTreeModification> writer)
            throws DataValidationFailedException, InterruptedException, ExecutionException {
        final var modification = tree.takeSnapshot().newModification();
        writer.accept(this, modification);
        modification.ready();
        tree.validate(modification);
        final var candidate = tree.prepare(modification);
        final var root = candidate.getRootNode().getModifiedChild(Paths.ROOT.getLastPathArgument()).orElseThrow();
        if (root.getModificationType() != ModificationType.UNMODIFIED) {
            cohort.canCommit("transaction", schema, List.of(new Candidate(root))).get();
        }
        tree.commit(candidate);
    }

    <T extends DataObject> void put(final DataTreeModification modification, final InstanceIdentifier<T> path,
            final T object) {
        final var entry = codec.toNormalizedNode(path, object);
        modification.write(entry.getKey(), entry.getValue());
    }

    void delete(final DataTreeModification modification, final InstanceIdentifier<?> path) {
        modification.delete(codec.toYangInstanceIdentifier(path));
    }

    /** All that is stored. */
    TenantNetworks content() {
        return tree.takeSnapshot().readNode(Paths.ROOT)
            .map(node -> (TenantNetworks) codec.fromNormalizedNode(Paths.ROOT, node).getValue()).orElseThrow();
    }

    private static final class Candidate implements DOMDataTreeCandidate {
        private final DataTreeCandidateNode root;

        Candidate(final DataTreeCandidateNode root) {
            this.root = root;
        }

        @Override
        public DOMDataTreeIdentifier getRootPath() {
            return new DOMDataTreeIdentifier(LogicalDatastoreType.CONFIGURATION, Paths.ROOT);
        }

        @Override
        public DataTreeCandidateNode getRootNode() {
            return root;
        }
    }
}
