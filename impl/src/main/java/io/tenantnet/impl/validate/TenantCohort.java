/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Stopwatch;
import com.google.common.util.concurrent.FluentFuture;
import io.tenantnet.impl.config.InvalidLeafException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.opendaylight.mdsal.binding.dom.codec.api.BindingNormalizedNodeSerializer;
import org.opendaylight.mdsal.common.api.PostCanCommitStep;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCandidate;
import org.opendaylight.mdsal.dom.api.DOMDataTreeCommitCohort;
import org.opendaylight.yangtools.util.concurrent.FluentFutures;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.tree.DataTreeCandidateNode;
import org.opendaylight.yangtools.yang.model.api.SchemaContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts or refuses changes of the tenant model before they are committed. A change is refused whole, with a message
 * that names the first object, leaf and value found wrong, if an object in it cannot be meant or if the model after it
 * would break a rule between objects. It answers at once, in the thread of the datastore that asks, and never throws.
 *
 * <p>The index of what is stored is kept from one change to the next. It belongs to the very instance that the
 * datastore held after the change: when the next change starts from another one, because a transaction came to nothing
 * after it was accepted here or because the datastore was restored, the index is made anew.
 */
final class TenantCohort implements DOMDataTreeCommitCohort {
    private static final Logger LOG = LoggerFactory.getLogger(TenantCohort.class);

    private final CandidateReader reader;
    private final IndexLoader loader;
    private final Supplier<Map<UUID, Integer>> allocations;

    /** The tenant model that the index is of; null for none. */
    private @Nullable NormalizedNode<?, ?> indexed;
    private Index index = new Index();

    /**
     * A cohort that has seen nothing yet.
     *
     * @param serializer  reads what the datastore keeps
     * @param allocations the identifiers that networks have been given; asked in the datastore's thread
     */
    TenantCohort(final BindingNormalizedNodeSerializer serializer, final Supplier<Map<UUID, Integer>> allocations) {
        final var entries = new EntryReader(serializer);
        reader = new CandidateReader(entries);
        loader = new IndexLoader(entries);
        this.allocations = requireNonNull(allocations);
    }

    @Override
    public synchronized FluentFuture<PostCanCommitStep> canCommit(final Object txId, final SchemaContext ctx,
            final Collection<DOMDataTreeCandidate> candidates) {
        try {
            candidates.forEach(candidate -> accept(candidate.getRootNode()));
            return PostCanCommitStep.NOOP_SUCCESSFUL_FUTURE;
        } catch (InvalidLeafException e) {
            return refuse(e.getMessage(), ErrorTag.INVALID_VALUE);
        } catch (ConflictException e) {
            return refuse(e.getMessage(), ErrorTag.IN_USE);
        } catch (RuntimeException e) {
            // What is thrown from here would end the datastore's actor, and with it all validation.
            LOG.error("A change of the tenant model could not be validated and is refused", e);
            return refuse("The change could not be validated: " + e, ErrorTag.OPERATION_FAILED);
        }
    }

    /**
     * Learns what is stored, so that the first change need not wait for it.
     *
     * @param stored the tenant model's container as the datastore holds it; null for none
     */
    synchronized void learn(final @Nullable NormalizedNode<?, ?> stored) {
        if (stored != indexed) {
            index = stored == null ? new Index() : load(stored);
            indexed = stored;
        }
    }

    private void accept(final DataTreeCandidateNode root) {
        learn(root.getDataBefore().orElse(null));
        index = index.with(reader.read(root), allocations.get());
        indexed = root.getDataAfter().orElse(null);
    }

    private Index load(final NormalizedNode<?, ?> stored) {
        final var watch = Stopwatch.createStarted();
        final var loaded = loader.load(stored);
        LOG.info("Indexed the stored tenant model for validation: {}, in {}", loaded, watch);
        return loaded;
    }

    private static FluentFuture<PostCanCommitStep> refuse(final String message, final ErrorTag tag) {
        LOG.debug("Refused ({}): {}", tag, message);
        return FluentFutures.immediateFailedFluentFuture(new RefusedException(message, tag));
    }
}
