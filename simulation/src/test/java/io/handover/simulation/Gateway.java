package io.handover.simulation;

import io.handover.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A door: it remembers which versions of an account its answers have named, and a request through it waits until the
 * service has seen them, or is refused.
 */
final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final World world;
    private final Permission permission;
    private final Provisioning provisioning;
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Set<Permission.Grant> revoked = new HashSet<>();

    Gateway(World world, Permission permission, Provisioning provisioning) {
        this.world = world;
        this.permission = permission;
        this.provisioning = provisioning;
    }

    void grant(Permission.Grant grant) {
        remember(grant, permission.grant(grant));
        revoked.remove(grant);
    }

    void revoke(Permission.Grant grant) {
        long version = permission.revoke(grant);
        remember(grant, version);
        if (version > 0) {
            world.note("somebody revokes", grant);
            revoked.add(grant);
        }
    }

    private void remember(Permission.Grant grant, long version) {
        versions.merge(grant.account(), version, Math::max);
    }

    /** A member asks for a server. */
    void access(Permission.Grant grant) {
        long version = world.has(Flaw.WAITS_FOR_NO_VERSION) ? 0 : versions.getOrDefault(grant.account(), 0L);
        boolean mayNot = revoked.contains(grant);
        Instant giveUpAt = world.now().plus(PATIENCE);
        world.soon(() -> answer(grant, version, mayNot, giveUpAt));
    }

    private void answer(Permission.Grant grant, long version, boolean mayNot, Instant giveUpAt) {
        boolean isBehind = provisioning.ledger.seen(Topics.PERMISSION_PERMISSION, grant.account()) < version;
        if (!isBehind) {
            Violation.unless(
                    !(mayNot
                            && provisioning.isVisible(grant)
                            && !permission.grants().contains(grant)),
                    "nobody gets in after a revoke was answered",
                    grant);
        } else if (world.now().isBefore(giveUpAt)) {
            world.in(PAUSE, () -> answer(grant, version, mayNot, giveUpAt));
        }
    }
}
