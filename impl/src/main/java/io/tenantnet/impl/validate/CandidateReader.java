/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataTreeCandidateNode;
import org.opendaylight.yangtools.yang.data.api.schema.tree.ModificationType;

/** Reads what a transaction does to the tenant model. */
final class CandidateReader {
    private final EntryReader entries;

    CandidateReader(final EntryReader entries) {
        this.entries = requireNonNull(entries);
    }

    /**
     * Reads a change.
     *
     * @param root what becomes of the tenant model's container
     * @throws io.tenantnet.impl.config.InvalidLeafException if an object that is new or changed cannot be meant
     */
    ChangeSet read(final DataTreeCandidateNode root) {
        child(root, Paths.SETTINGS.getLastPathArgument()).flatMap(DataTreeCandidateNode::getDataAfter)
            .ifPresent(settings -> entries.settings(Paths.SETTINGS, settings));
        check(root, Paths.ROUTERS, entries::checkRouter);
        check(root, Paths.FLOATING_IPS, entries::checkFloatingIp);
        check(root, Paths.PORT_FORWARDINGS, entries::checkPortForwarding);
        check(root, Paths.L2_GATEWAYS, entries::checkL2Gateway);
        check(root, Paths.L2_GATEWAY_CONNECTIONS, entries::checkL2GatewayConnection);
        check(root, Paths.VTEP_BINDINGS, entries::checkVtepBinding);
        check(root, Paths.VTEP_SERVICE_NODES, entries::checkServiceNodes);
        check(root, Paths.SECURITY_GROUPS, entries::securityGroup);
        check(root, Paths.SECURITY_GROUP_RULES, entries::securityRule);
        check(root, Paths.QOS_POLICIES, entries::checkQosPolicy);
        return new ChangeSet(changes(root, Paths.NETWORKS, entries::network),
            changes(root, Paths.SUBNETS, entries::subnet), changes(root, Paths.PORTS, entries::port),
            changes(root, Paths.TRUNKS, entries::trunk));
    }

    private static <E extends Entry> Changes<E> changes(final DataTreeCandidateNode root,
            final YangInstanceIdentifier list,
            final BiFunction<YangInstanceIdentifier, NormalizedNode<?, ?>, E> reader) {
        final var removed = new ArrayList<String>();
        final var added = new ArrayList<E>();
        changed(root, list).forEach(entry -> {
            final var path = list.node(entry.getIdentifier());
            entry.getDataBefore().ifPresent(before -> removed.add(Paths.key(path)));
            entry.getDataAfter().ifPresent(after -> added.add(reader.apply(path, after)));
        });
        return new Changes<>(removed, added);
    }

    /** For kinds of objects that no rule compares with others. */
    private static void check(final DataTreeCandidateNode root, final YangInstanceIdentifier list,
            final BiConsumer<YangInstanceIdentifier, NormalizedNode<?, ?>> reader) {
        changed(root, list).forEach(entry -> entry.getDataAfter()
            .ifPresent(after -> reader.accept(list.node(entry.getIdentifier()), after)));
    }

    private static Stream<DataTreeCandidateNode> changed(final DataTreeCandidateNode root,
            final YangInstanceIdentifier list) {
        return child(root, list.getParent().getLastPathArgument())
            .flatMap(container -> child(container, list.getLastPathArgument()))
            .map(DataTreeCandidateNode::getChildNodes).stream().flatMap(Collection::stream)
            .filter(CandidateReader::isChanged);
    }

    private static Optional<DataTreeCandidateNode> child(final DataTreeCandidateNode parent, final PathArgument child) {
        return parent.getModifiedChild(child)
            .filter(node -> node.getModificationType() != ModificationType.UNMODIFIED);
    }

    /** A container that is put anew counts as written with all its entries, also those that stay what they were. */
    private static boolean isChanged(final DataTreeCandidateNode entry) {
        return entry.getModificationType() != ModificationType.UNMODIFIED
            && !entry.getDataBefore().equals(entry.getDataAfter());
    }
}
