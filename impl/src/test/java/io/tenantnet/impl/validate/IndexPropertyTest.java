/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantnet.impl.config.InvalidLeafException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random changes, most of them on few objects, so that they get in each other's way. */
class IndexPropertyTest {
    /** One object to put, or one uuid to remove. */
    record Step(UUID id, Entry put) {
    }

    @Property(tries = 1000)
    void acceptsAChangeJustIfTheModelAfterItObeysTheRules(
            @ForAll("transactions") final List<List<Step>> transactions) {
        final Map<UUID, Entry> model = new HashMap<>();
        var index = new Index();
        for (List<Step> transaction : transactions) {
            final var after = new HashMap<>(model);
            transaction.forEach(step -> {
                if (step.put() == null) {
                    after.remove(step.id());
                } else {
                    after.put(step.id(), step.put());
                }
            });
            final var change = Entries.change(
                model.values().stream().filter(entry -> after.get(entry.id()) != entry).toList(),
                after.values().stream().filter(entry -> model.get(entry.id()) != entry).toArray(Entry[]::new));
            final var next = attempt(index, change);

            assertThat(next != null).isEqualTo(NaiveRules.of(after.values()).areObeyed());
            final var rebuilt = attempt(new Index(), Entries.change(List.of(), model.values().toArray(Entry[]::new)));
            assertThat(attempt(rebuilt, change) != null).isEqualTo(next != null);
            if (next != null) {
                index = next;
                model.clear();
                model.putAll(after);
                assertThat(index).hasToString(attempt(new Index(),
                    Entries.change(List.of(), model.values().toArray(Entry[]::new))).toString());
            }
        }
    }

    /** The index after a change, or null if the change is refused. */
    private static Index attempt(final Index index, final ChangeSet change) {
        try {
            return index.with(change, Map.of());
        } catch (InvalidLeafException | ConflictException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<List<List<Step>>> transactions() {
        final var put = Combinators.combine(Arbitraries.oneOf(networks(), subnets(), ports(), trunks()), Arbitraries.of(true, false))
            .as((entry, neutron) -> new Step(entry.id(), neutron ? Entries.ofNeutron(entry) : entry));
        final var remove = Arbitraries.oneOf(numbers(1, 3), numbers(10, 13), numbers(20, 23), numbers(40, 42))
            .map(number -> new Step(Entries.id(number), null));
        return Arbitraries.frequencyOf(Tuple.of(3, put), Tuple.of(1, remove))
            .list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(20);
    }

    private static Arbitrary<Entry> networks() {
        return Combinators.combine(numbers(1, 3), Arbitraries.of(0, 5, 6)).as(Entries::vxlan);
    }

    private static Arbitrary<Entry> subnets() {
        return Combinators.combine(numbers(10, 13), numbers(1, 2),
            Arbitraries.of("10.0.0.0/24", "10.0.0.0/29", "10.0.1.0/24", "2001:db8::/64")).as(Entries::subnet);
    }

    private static Arbitrary<Entry> ports() {
        final Arbitrary<String> address =
            Combinators.combine(Arbitraries.of("10.0.0.5", "10.0.0.7", "10.0.1.5", "2001:db8::5"),
                Arbitraries.of("", "", "@10", "@11", "@12")).as(String::concat);
        return Combinators.combine(numbers(20, 23), numbers(1, 2), numbers(0xa, 0xc),
            address.list().uniqueElements(text -> text.split("@")[0]).ofMaxSize(2))
                .as((id, network, mac, addresses) ->
                    Entries.port(id, network, mac, addresses.toArray(String[]::new)));
    }

    private static Arbitrary<Entry> trunks() {
        return Combinators.combine(numbers(40, 42), numbers(20, 22),
            Arbitraries.of(21, 22, 23, 24).list().uniqueElements().ofMaxSize(2))
                .filter((id, parent, subPorts) -> !subPorts.contains(parent))
                .as((id, parent, subPorts) -> Entries.trunk(id, parent, subPorts.toArray(Integer[]::new)));
    }

    private static Arbitrary<Integer> numbers(final int from, final int to) {
        return Arbitraries.integers().between(from, to);
    }
}
