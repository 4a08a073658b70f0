/*
 * Copyright (c) 2026 TenantNet and others
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tenantnet.impl.southbound.itm;

import static java.util.Objects.requireNonNull;

import io.tenantnet.impl.net.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.mdsal.common.api.LogicalDatastoreType;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpAddressBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.interfacemanager.rev160406.TunnelTypeVxlan;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.op.rev160406.DpnEndpoints;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.op.rev160406.dpn.endpoints.DPNTEPsInfo;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.op.rev160406.dpn.endpoints.DPNTEPsInfoKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.rev160406.TransportZones;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.rev160406.transport.zones.TransportZone;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.rev160406.transport.zones.TransportZoneBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.rev160406.transport.zones.TransportZoneKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.rev160406.transport.zones.transport.zone.Vteps;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.rev160406.transport.zones.transport.zone.VtepsBuilder;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.itm.rev160406.transport.zones.transport.zone.VtepsKey;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.lockmanager.rev160413.Locks;
import org.opendaylight.yang.gen.v1.urn.opendaylight.genius.lockmanager.rev160413.locks.Lock;
import org.opendaylight.yangtools.yang.binding.InstanceIdentifier;
import org.opendaylight.yangtools.yang.common.Uint64;

/**
 * TenantNet's transport zone in Genius ITM (itm.yang), and what ITM keeps about it (itm-state.yang), both in the config
 * datastore. The zone itself is never deleted: ITM would bring its VTEPs back. May be used from any thread; the methods
 * throw IllegalStateException if the datastore fails.
 */
final class ItmZone {
    /** The name of the zone. */
    static final String NAME = "tz-tenantnet";

    private static final InstanceIdentifier<TransportZones> ZONES = InstanceIdentifier.create(TransportZones.class);
    private static final InstanceIdentifier<TransportZone> ZONE =
        ZONES.child(TransportZone.class, new TransportZoneKey(NAME));
    private static final InstanceIdentifier<DpnEndpoints> ENDPOINTS = InstanceIdentifier.create(DpnEndpoints.class);

    private static final InstanceIdentifier<Locks> LOCKS = InstanceIdentifier.create(Locks.class);

    private final Store store;

    ItmZone(final Store store) {
        this.store = requireNonNull(store);
    }

    /** What is there now. */
    MeshView read() {
        final var zones = store.config(ZONES).map(TransportZones::nonnullTransportZone).orElse(List.of());
        final var ours = new HashMap<Long, Optional<IpAddress>>();
        final var others = new HashMap<Long, String>();
        for (final var zone : zones) {
            zone.nonnullVteps().forEach(vtep -> {
                final long dpn = vtep.getDpnId().longValue();
                if (zone.getZoneName().equals(NAME)) {
                    ours.put(dpn, address(vtep.getIpAddress()));
                } else {
                    others.put(dpn, zone.getZoneName());
                }
            });
        }
        final Map<Long, Set<IpAddress>> endpoints = new HashMap<>();
        store.config(ENDPOINTS).map(DpnEndpoints::nonnullDPNTEPsInfo).orElse(List.of()).forEach(
            info -> endpoints.put(info.getDPNID().longValue(), info.nonnullTunnelEndPoints().stream()
                .flatMap(end -> address(end.getIpAddress()).stream()).collect(Collectors.toSet())));
        return new MeshView(ours, endpoints, others, locks());
    }

    private Set<String> locks() {
        return store.read(LogicalDatastoreType.OPERATIONAL, LOCKS).map(Locks::nonnullLock).orElse(List.of()).stream()
            .map(Lock::getLockName).filter(name -> TunnelNames.find(name).isPresent()).collect(Collectors.toSet());
    }

    private static Optional<IpAddress> address(
            final org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IpAddress address) {
        try {
            return Optional.ofNullable(address).map(present -> IpAddress.parse(present.stringValue()));
        } catch (IllegalArgumentException e) {
            // With a zone (fe80::1%eth0), which no tunnel of ours has.
            return Optional.empty();
        }
    }

    /** Adds VTEPs that are not in the zone. */
    void add(final Map<Long, IpAddress> vteps) {
        final var zone = new TransportZoneBuilder().withKey(new TransportZoneKey(NAME))
            .setTunnelType(TunnelTypeVxlan.class)
            .setVteps(vteps.entrySet().stream().map(vtep -> vtep(vtep.getKey(), vtep.getValue())).toList()).build();
        store.write(transaction ->
            transaction.mergeParentStructureMerge(LogicalDatastoreType.CONFIGURATION, ZONE, zone));
    }

    private static Vteps vtep(final long dpn, final IpAddress address) {
        return new VtepsBuilder().withKey(new VtepsKey(Uint64.fromLongBits(dpn)))
            .setIpAddress(IpAddressBuilder.getDefaultInstance(address.toString())).build();
    }

    /** Deletes VTEPs of the zone. */
    void remove(final Set<Long> dpns) {
        store.write(transaction -> dpns.forEach(dpn -> transaction.delete(LogicalDatastoreType.CONFIGURATION,
            ZONE.child(Vteps.class, new VtepsKey(Uint64.fromLongBits(dpn))))));
    }

    /** Deletes endpoints that ITM has failed to delete. */
    void forget(final Set<Long> dpns) {
        store.write(transaction -> dpns.forEach(dpn -> transaction.delete(LogicalDatastoreType.CONFIGURATION,
            ENDPOINTS.child(DPNTEPsInfo.class, new DPNTEPsInfoKey(Uint64.fromLongBits(dpn))))));
    }
}
