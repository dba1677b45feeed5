package io.handover.simulation;

import io.handover.events.Topics;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who may touch what; every method is a transaction. */
final class Permission {

    /** That a member may control a server. */
    record Grant(UUID account, UUID member, UUID server) {}

    private final World world;
    private final Ledger ledger;
    private final Set<Grant> grants = new HashSet<>();
    private final Set<UUID> gone = new HashSet<>();

    Permission(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
        ledger.hear(Topics.IDENTITY_ACCOUNT, "cascade", event -> {
            if (event instanceof MemberRemoved removed) {
                gone.add(removed.memberId());
                List.copyOf(grants).stream()
                        .filter(grant -> grant.member().equals(removed.memberId()))
                        .forEach(this::revoke);
            }
        });
    }

    /**
     * Grants.
     *
     * @return the account's version with it; 0 when nothing has changed
     */
    long grant(Grant grant) {
        if (gone.contains(grant.member()) || !grants.add(grant)) {
            return 0;
        }
        String server = grant.server().toString();
        return ledger.record(
                Topics.PERMISSION_PERMISSION,
                new PermissionGranted(
                        grant.account(), world.id(), grant.member(), "bob", "server", server, false, grant.account()));
    }

    /**
     * Revokes.
     *
     * @return the account's version with it; 0 when nothing has changed
     */
    long revoke(Grant grant) {
        if (!grants.remove(grant)) {
            return 0;
        }
        String server = grant.server().toString();
        return ledger.record(
                Topics.PERMISSION_PERMISSION,
                new PermissionRevoked(grant.account(), world.id(), grant.member(), "bob", "server", server));
    }

    Set<Grant> grants() {
        return grants;
    }
}
