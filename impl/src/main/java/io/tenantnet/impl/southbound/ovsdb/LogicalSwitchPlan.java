/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.ovsdb;

import io.tenantnet.impl.southbound.ovsdb.Op.Ref;
import io.tenantnet.impl.vtep.VtepWish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One logical switch for each network, which has its tunnel key from the start and keeps it: switches need not take
 * notice of another one. A network that comes to have another identifier gets another logical switch.
 */
final class LogicalSwitchPlan {
    private final Map<UUID, Row> kept = new HashMap<>();
    private final Map<UUID, Ref> references = new HashMap<>();
    private final Map<String, UUID> ours = new HashMap<>();
    private final List<Row> obsolete = new ArrayList<>();
    private final VtepDraft draft;
    private final boolean modes;

    LogicalSwitchPlan(final VtepDraft draft, final boolean modes, final VtepWish wish) {
        this.draft = draft;
        this.modes = modes;
        final var marked = draft.rows().rows(OvsTable.LOGICAL_SWITCH).stream().sorted(Comparator.comparing(Row::uuid))
            .filter(row -> LogicalSwitchMark.read(row).isPresent()).toList();
        for (final var row : marked) {
            final var id = LogicalSwitchMark.read(row).orElseThrow();
            ours.put(row.uuid(), id);
            final var network = wish.networks().get(id);
            if (network != null && row.number("tunnel_key").orElse(-1) == network.vni() && !kept.containsKey(id)) {
                kept.put(id, row);
                references.put(id, new Ref(row.uuid()));
                amend(row, network.serviceNodes());
            } else {
                obsolete.add(row);
            }
        }
        wish.networks().forEach((id, network) -> {
            if (!kept.containsKey(id)) {
                references.put(id, create(id, network.vni(), network.serviceNodes()));
            }
        });
    }

    private void amend(final Row row, final boolean serviceNodes) {
        if (modes && row.text("replication_mode").filter(mode(serviceNodes)::equals).isEmpty()) {
            draft.add(new Op.Update(OvsTable.LOGICAL_SWITCH, row.uuid(),
                Map.of("replication_mode", mode(serviceNodes))));
            draft.say("replication mode of logical switch " + row.text("name").orElse("") + " " + mode(serviceNodes));
        }
    }

    private Ref create(final UUID id, final int vni, final boolean serviceNodes) {
        final Map<String, Object> columns = new HashMap<>(Map.of("name", name(id, vni), "description",
            LogicalSwitchMark.of(id), "tunnel_key", (long) vni));
        if (modes) {
            columns.put("replication_mode", mode(serviceNodes));
        }
        final var reference = new Ref("network_" + id.toString().replace('-', '_'));
        draft.add(new Op.Insert(OvsTable.LOGICAL_SWITCH, reference.id(), columns));
        draft.say("creation of logical switch " + columns.get("name"));
        return reference;
    }

    /** The network's uuid, as others who write such databases for Neutron have it, while nobody else uses that. */
    private String name(final UUID id, final int vni) {
        final Set<String> taken = draft.rows().rows(OvsTable.LOGICAL_SWITCH).stream()
            .flatMap(row -> row.text("name").stream()).collect(Collectors.toCollection(HashSet::new));
        return Stream.concat(Stream.of(id.toString(), id + "-" + vni),
            Stream.iterate(2, number -> number + 1).map(number -> id + "-" + vni + "-" + number))
            .filter(name -> !taken.contains(name)).findFirst().orElseThrow();
    }

    private static String mode(final boolean serviceNodes) {
        return serviceNodes ? "service_node" : "source_node";
    }

    /** The logical switch of a network. */
    Ref reference(final UUID networkId) {
        return references.get(networkId);
    }

    /** The UUID of its row, where it is there already. */
    Optional<String> row(final UUID networkId) {
        return Optional.ofNullable(kept.get(networkId)).map(Row::uuid);
    }

    /** Whether a row is a logical switch of TenantNet's, wanted or not. */
    boolean isOurs(final String uuid) {
        return ours.containsKey(uuid);
    }

    /** Whether a row is a logical switch of TenantNet's that is not wanted. */
    boolean isObsolete(final String uuid) {
        return obsolete.stream().anyMatch(row -> row.uuid().equals(uuid));
    }

    /** The network of a logical switch that is wanted. */
    Optional<UUID> network(final String uuid) {
        return isObsolete(uuid) ? Optional.empty() : Optional.ofNullable(ours.get(uuid));
    }

    /** Removes those that nothing of the switch's refers to any more, or has for too long. */
    void removeObsolete(final Patience patience) {
        kept.values().forEach(row -> patience.forget(row.uuid()));
        for (final var row : obsolete) {
            final var learned = Stream.of(OvsTable.UCAST_MACS_LOCAL, OvsTable.MCAST_MACS_LOCAL)
                .flatMap(table -> draft.rows().rows(table).stream()
                    .filter(mac -> mac.texts("logical_switch").contains(row.uuid()))
                    .<Op>map(mac -> new Op.Delete(table, mac.uuid()))).toList();
            if (!draft.isFull() && (learned.isEmpty() || patience.isOver(row.uuid()))) {
                learned.forEach(draft::add);
                draft.add(new Op.Delete(OvsTable.LOGICAL_SWITCH, row.uuid()));
                draft.say("removal of logical switch " + row.text("name").orElse(""));
            }
        }
    }
}
