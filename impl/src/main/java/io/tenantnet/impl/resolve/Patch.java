/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.resolve;

import io.tenantnet.impl.model.Model;
import io.tenantnet.impl.share.SharedMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Resolves a region of a model with what resolves all of it, and puts the result in the place of the former. That is
 * the same as resolving the model, since a region is closed: what is in it depends on nothing else that differs.
 */
final class Patch {
    private final Resolution before;
    private final Model model;
    private final Ties ties;
    private final Region region;
    private final Steadiness steadiness;
    private final Resolved old;

    private Patch(final Resolution before, final Model model, final Ties ties, final Region region,
            final Steadiness steadiness) {
        this.steadiness = steadiness;
        this.before = before;
        this.model = model;
        this.ties = ties;
        this.region = region;
        old = before.resolved();
    }

    /** The patch that makes the resolution of a model out of that of another; empty where it takes more than that. */
    static Optional<Patch> of(final Resolution before, final Model model, final Ties ties) {
        final var steadiness = new Steadiness(before, model);
        if (!steadiness.isGiven()) {
            return Optional.empty();
        }
        final var region = new Region(
            List.of(new Region.Side(before.model(), before.ties()), new Region.Side(model, ties)),
            before.ground().domains(), steadiness.changedPorts(), steadiness.changedSpots());
        return Optional.of(new Patch(before, model, ties, region, steadiness))
            .filter(patch -> steadiness.hasNoTrunksIn(region));
    }

    /** The model's resolution; empty where more than the region turns out to differ. */
    Optional<Resolution> applied() {
        final var ground = before.ground();
        final var machines = new Machines(region.tenant(model), region.hosts(model), ground);
        final var former = region.ports().stream().map(old.ports()::get).filter(Objects::nonNull).toList();
        final var sets = before.sets().next(former, machines.ports());
        final var policies = sets.sets().equals(before.sets().sets()) ? before.policies()
            : new PolicyResolver(model.tenant().security(), sets.sets());
        if (!before.policies().hasNumbersOf(policies) || !steadiness.keepsFloating(region, machines.places())) {
            return Optional.empty();
        }
        final var security = new SecurityResolver(policies, ground.domains(), machines.ports());
        final var ports = replaced(old.ports(), region.ports(), security.ports());
        final var here = region.ports().stream().map(ports::get).filter(Objects::nonNull).toList();
        final var placements = new Placements(here, routers(), old.segments(), before.outsides(),
            ground.vteps().wires(), machines.dhcp());
        final var was = old.problems();
        return Optional.of(new Resolution(model, ties, ground, before.outsides(), sets, policies,
            new Resolved(old.segments(), ports, replaced(old.networks(), region.networks(), placements.networks()),
                replaced(placements.routers()), old.floating(), old.forwarded(), sites(sets, policies), old.attachments(),
                new Problems(was.networks(), was.subnets(),
                    replaced(was.ports(), region.ports(), machines.places().problems()), was.trunks(), was.routers(),
                    was.floating(), was.forwardings(), replaced(was.security(), region.ports(), security.problems()),
                    replaced(was.qos(), region.ports(), machines.qos().problems()), was.tunnels(),
                    unclaimed(machines.places().unclaimed())))));
    }

    /** The routers in the region, as they are wherever machines are. */
    private Map<UUID, ResolvedRouter> routers() {
        final Map<UUID, ResolvedRouter> routers = new HashMap<>();
        old.routers().values().stream().filter(router -> router.interfaces().stream()
            .anyMatch(one -> region.networks().contains(one.networkId())))
            .forEach(router -> routers.put(router.id(), router.relaying(Map.of())));
        return routers;
    }

    private Map<UUID, ResolvedRouter> replaced(final Map<UUID, ResolvedRouter> here) {
        if (old.routers().entrySet().containsAll(here.entrySet())) {
            return old.routers();
        }
        final var all = new HashMap<>(old.routers());
        all.putAll(here);
        return all;
    }

    private Map<String, Site> sites(final GroupSets sets, final PolicyResolver policies) {
        final boolean others = policies != before.policies();
        final Map<String, Site> sites = new HashMap<>(old.sites());
        sites.replaceAll((id, site) -> {
            if (!others && sets.on(id).keySet().equals(before.sets().on(id).keySet())) {
                return site;
            }
            final var its = policies.of(sets.on(id).keySet());
            return its.equals(site.security()) ? site : site.with(its);
        });
        return sites;
    }

    private Map<String, Map<String, String>> unclaimed(final Map<String, Map<String, String>> here) {
        final Map<String, Map<String, String>> all = new TreeMap<>(old.problems().interfaces());
        final Map<String, Set<String>> names = new HashMap<>();
        region.spots().forEach(spot -> names.computeIfAbsent(spot.hostId(), id -> new HashSet<>()).add(spot.name()));
        names.forEach((hostId, its) -> {
            final var texts = new TreeMap<>(all.getOrDefault(hostId, Map.of()));
            texts.keySet().removeAll(its);
            texts.putAll(here.getOrDefault(hostId, Map.of()));
            if (texts.isEmpty()) {
                all.remove(hostId);
            } else {
                all.put(hostId, texts);
            }
        });
        return all;
    }

    /** The map with what others say under some keys; what is equal stays the same object. */
    private static <K, V> Map<K, V> replaced(final Map<K, V> all, final Set<K> keys, final Map<K, V> others) {
        final var editor = SharedMap.of(all).edit();
        keys.forEach(key -> {
            final var now = others.get(key);
            if (now == null) {
                editor.remove(key);
            } else if (!now.equals(all.get(key))) {
                editor.put(key, now);
            }
        });
        return editor.done();
    }
}
