/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private final ManualLoop loop = new ManualLoop();
    private final List<CompletableFuture<Void>> transactions = new ArrayList<>();
    private final List<Optional<String>> problems = new ArrayList<>();
    private final Keeper keeper = new Keeper("host-1", KeeperTest::plan, operations -> {
        final var outcome = new CompletableFuture<Void>();
        transactions.add(outcome);
        return outcome;
    }, loop, this::noteProblem);

    private void noteProblem() {
        problems.add(keeper.problem());
    }

    /** Wants as many foreign bridges as the host has port rows; a bridge more or less is what it acts upon. */
    private static Plan plan(final Rows rows) {
        final int missing = rows.rows(OvsTable.PORT).size();
        return missing == 0 ? Plan.NOTHING : Plan.of(List.of(new Op.Insert(OvsTable.BRIDGE, "b", Map.of())),
            "creation of " + missing);
    }

    private static Rows lacking(final int missing) {
        final var builder = new RowChanges.Builder();
        for (int i = 0; i < missing; i++) {
            builder.put(OvsTable.PORT, new Row("p" + i, Map.of("interfaces", Set.of())));
        }
        return Rows.EMPTY.with(builder.build());
    }

    private void succeed() {
        transactions.get(transactions.size() - 1).complete(null);
        loop.run();
    }

    private void fail() {
        transactions.get(transactions.size() - 1).completeExceptionally(new TransactionFailedException("refused"));
        loop.run();
    }

    @Test
    void oneTransactionIsUnderWayAtATime() {
        keeper.look(lacking(1));
        keeper.look(lacking(2));
        assertThat(transactions).hasSize(1);
        succeed();
        assertThat(transactions).hasSize(2);
        keeper.look(lacking(0));
        succeed();
        loop.pass(60_000);
        assertThat(transactions).hasSize(2);
        assertThat(keeper.problem()).isEmpty();
    }

    @Test
    void aFailureIsReportedAndRepeatedWithGrowingPauses() {
        keeper.look(lacking(1));
        fail();
        assertThat(problems).containsExactly(Optional.of("creation of 1 failed: refused"));
        loop.pass(99);
        assertThat(transactions).hasSize(1);
        loop.pass(1);
        assertThat(transactions).hasSize(2);
        fail();
        loop.pass(199);
        assertThat(transactions).hasSize(2);
        loop.pass(1);
        assertThat(transactions).hasSize(3);
        assertThat(problems).as("the same problem is not news").hasSize(1);
        keeper.look(lacking(0));
        succeed();
        assertThat(keeper.problem()).isEmpty();
        assertThat(problems).hasSize(2);
    }

    @Test
    void anotherNeedDoesNotWaitForAFailureToBeRepeated() {
        keeper.look(lacking(1));
        fail();
        keeper.look(lacking(2));
        assertThat(transactions).hasSize(2);
    }

    @Test
    void aNeedThatVanishesEndsTheRepetition() {
        keeper.look(lacking(1));
        fail();
        keeper.look(lacking(0));
        assertThat(keeper.problem()).isEmpty();
        loop.pass(60_000);
        assertThat(transactions).hasSize(1);
    }

    @Test
    void whatIsUndoneAgainAndAgainIsRepeatedMoreAndMoreSlowlyUntilThereWasCalm() {
        for (int i = 0; i < 200; i++) {
            keeper.look(lacking(1));
            loop.pass(50);
            if (!transactions.get(transactions.size() - 1).isDone()) {
                keeper.look(lacking(0));
                succeed();
            }
        }
        assertThat(transactions).as("in 10 s").hasSizeBetween(6, 12);
        keeper.look(lacking(0));
        loop.pass(10_000);
        final int before = transactions.size();
        keeper.look(lacking(1));
        assertThat(transactions).hasSize(before + 1);
    }

    @Test
    void nothingIsDoneOnceItIsClosed() {
        keeper.look(lacking(1));
        fail();
        keeper.close();
        loop.pass(60_000);
        keeper.look(lacking(2));
        assertThat(transactions).hasSize(1);
    }
}
