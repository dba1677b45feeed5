package io.handover.provisioning.server;

import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Zone;
import java.util.Optional;

/** On which host a server is asked to run, and on which not. Each zone has one. */
record Placement(Optional<Long> host, Optional<Long> avoidHost) {

    /** Refuses what the host of a server's zone cannot meet. */
    void check(String zone, Catalogue catalogue) {
        long only = catalogue.zone(zone).map(Zone::host).orElse(0L);
        host.filter(wanted -> refuseUnknown(wanted, catalogue) != only).ifPresent(elsewhere -> {
            throw ServerRefusals.otherHost(elsewhere, zone);
        });
        avoidHost.filter(avoided -> refuseUnknown(avoided, catalogue) == only).ifPresent(avoided -> {
            throw ServerRefusals.noOtherHost(avoided, zone);
        });
    }

    private static long refuseUnknown(long host, Catalogue catalogue) {
        if (catalogue.zones().stream().noneMatch(zone -> zone.host() == host)) {
            throw ServerRefusals.unknownHost(host);
        }
        return host;
    }
}
