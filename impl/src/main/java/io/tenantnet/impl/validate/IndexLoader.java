/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.config.InvalidLeafException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the index of a tenant model that is stored already. What is stored need not obey the rules: it may be older
 * than they are. Objects that do not are left out, since refusing every further change would help nobody.
 */
final class IndexLoader {
    private static final Logger LOG = LoggerFactory.getLogger(IndexLoader.class);
    private static final Changes<NetworkEntry> NO_NETWORKS = Changes.adding(List.of());
    private static final Changes<SubnetEntry> NO_SUBNETS = Changes.adding(List.of());
    private static final Changes<PortEntry> NO_PORTS = Changes.adding(List.of());
    private static final Changes<TrunkEntry> NO_TRUNKS = Changes.adding(List.of());

    private final EntryReader reader;

    IndexLoader(final EntryReader reader) {
        this.reader = requireNonNull(reader);
    }

    /**
     * Makes an index.
     *
     * @param root the tenant model's container
     */
    Index load(final NormalizedNode<?, ?> root) {
        final var networks = entries(root, Paths.NETWORKS, reader::network);
        final var subnets = entries(root, Paths.SUBNETS, reader::subnet);
        final var ports = entries(root, Paths.PORTS, reader::port);
        final var trunks = entries(root, Paths.TRUNKS, reader::trunk);
        try {
            return add(new Index(), new ChangeSet(Changes.adding(networks), Changes.adding(subnets),
                Changes.adding(ports), Changes.adding(trunks)));
        } catch (InvalidLeafException | ConflictException e) {
            return addOneByOne(networks, subnets, ports, trunks);
        }
    }

    private static Index addOneByOne(final List<NetworkEntry> networks, final List<SubnetEntry> subnets,
            final List<PortEntry> ports, final List<TrunkEntry> trunks) {
        final List<ChangeSet> steps = new ArrayList<>();
        networks.forEach(entry -> steps.add(
            new ChangeSet(Changes.adding(List.of(entry)), NO_SUBNETS, NO_PORTS, NO_TRUNKS)));
        subnets.forEach(entry -> steps.add(
            new ChangeSet(NO_NETWORKS, Changes.adding(List.of(entry)), NO_PORTS, NO_TRUNKS)));
        ports.forEach(entry -> steps.add(
            new ChangeSet(NO_NETWORKS, NO_SUBNETS, Changes.adding(List.of(entry)), NO_TRUNKS)));
        trunks.forEach(entry -> steps.add(
            new ChangeSet(NO_NETWORKS, NO_SUBNETS, NO_PORTS, Changes.adding(List.of(entry)))));
        var index = new Index();
        for (ChangeSet step : steps) {
            try {
                index = add(index, step);
            } catch (InvalidLeafException | ConflictException e) {
                warn(e);
            }
        }
        return index;
    }

    private static Index add(final Index index, final ChangeSet changes) {
        return index.with(changes, Map.of());
    }

    private static <E> List<E> entries(final NormalizedNode<?, ?> root, final YangInstanceIdentifier list,
            final BiFunction<YangInstanceIdentifier, NormalizedNode<?, ?>, E> reader) {
        final List<E> entries = new ArrayList<>();
        NormalizedNodes.findNode(root, list.getParent().getLastPathArgument(), list.getLastPathArgument())
            .ifPresent(found -> {
                for (MapEntryNode entry : ((MapNode) found).getValue()) {
                    try {
                        entries.add(reader.apply(list.node(entry.getIdentifier()), entry));
                    } catch (InvalidLeafException e) {
                        warn(e);
                    }
                }
            });
        return entries;
    }

    private static void warn(final RuntimeException problem) {
        LOG.warn("What is stored already would be refused today: {}", problem.getMessage());
    }
}
