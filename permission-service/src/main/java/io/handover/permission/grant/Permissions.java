package io.handover.permission.grant;

import io.handover.events.Topics;
import io.handover.kit.ambient.Ids;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.handover.permission.member.User;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What can be done to permissions, by whomever: each change says so. Inside a transaction that holds the
 * {@link AccountLock}.
 */
@ApplicationScoped
public class Permissions {

    private final PermissionRepository permissions;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Permissions(PermissionRepository permissions, Outbox outbox, Ids ids, Clock clock) {
        this.permissions = permissions;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Grants a target without the storages attached to it. */
    public Uni<Void> grant(User user, Target target, UUID grantedBy) {
        return grant(user, new Grant(target, false, grantedBy, clock.instant())).replaceWithVoid();
    }

    /** Grants what is new, changes what differs, and leaves alone what is the same. */
    Uni<Permission> grant(User user, Grant grant) {
        return permissions.findOf(user.id(), grant.target()).chain(present -> {
            if (present == null) {
                return permissions
                        .persist(new Permission(ids.timeOrdered(), user, grant))
                        .call(this::sayGranted);
            }
            if (present.hasStorage() == grant.storage()) {
                return Uni.createFrom().item(present);
            }
            present.change(grant);
            return sayGranted(present).replaceWith(present);
        });
    }

    /** False when there is nothing to revoke. */
    Uni<Boolean> revoke(UUID userId, Target target) {
        return permissions
                .findOf(userId, target)
                .chain(present -> present == null
                        ? Uni.createFrom().item(false)
                        : revoke(present).replaceWith(true));
    }

    /** Revokes whatever a member controls. */
    public Uni<Void> revokeAllOf(UUID userId) {
        return permissions.listOf(userId).chain(this::revoke);
    }

    /** Revokes whatever any member controls by exactly this target. */
    public Uni<Void> revokeAllOn(UUID accountId, Target target) {
        return permissions.listOn(accountId, target).chain(this::revoke);
    }

    /** Revokes whatever the members of an account control. */
    public Uni<Void> revokeAllIn(UUID accountId) {
        return permissions.listIn(accountId).chain(this::revoke);
    }

    /**
     * Makes permissions on one target the same on another; one that is there already gains what the moved one included.
     * Granted before revoked, so that whoever follows never sees a member without either.
     */
    public Uni<Void> move(UUID accountId, Target from, Target to) {
        return permissions.listOn(accountId, from).chain(all -> Sql.each(all, permission -> move(permission, to)));
    }

    private Uni<Void> move(Permission permission, Target to) {
        return permissions
                .findOf(permission.userId(), to)
                .chain(present -> present == null
                        ? permissions
                                .persist(permission.on(to, ids.timeOrdered()))
                                .chain(this::sayGranted)
                        : include(present, permission))
                .chain(() -> revoke(permission));
    }

    private Uni<Void> include(Permission present, Permission other) {
        if (present.hasStorage() || !other.hasStorage()) {
            return Uni.createFrom().voidItem();
        }
        Grant grant = other.grant();
        present.change(new Grant(present.target(), true, grant.grantedBy(), grant.grantedAt()));
        return sayGranted(present);
    }

    /**
     * Makes the wanted targets all that a member controls of some types.
     *
     * @param wanted says by target whether the storages attached to it are included
     */
    public Uni<Void> replace(User user, Set<TargetType> types, Map<Target, Boolean> wanted, UUID grantedBy) {
        return permissions
                .listOf(user.id())
                .map(present -> Difference.between(targets(present, types), wanted))
                .call(difference -> Sql.each(difference.revoked(), target -> revoke(user.id(), target)))
                .chain(difference -> Sql.each(
                        difference.granted().entrySet(),
                        entry -> grant(user, new Grant(entry.getKey(), entry.getValue(), grantedBy, clock.instant()))));
    }

    /** What a member controls, in the order it was granted. */
    public Uni<List<Grant>> grantsOf(UUID userId) {
        return permissions
                .listOf(userId)
                .map(all -> all.stream().map(Permission::grant).toList());
    }

    private static Map<Target, Boolean> targets(List<Permission> present, Set<TargetType> types) {
        Map<Target, Boolean> targets = new LinkedHashMap<>();
        present.stream()
                .filter(permission -> types.contains(permission.target().type()))
                .forEach(permission -> targets.put(permission.target(), permission.hasStorage()));
        return targets;
    }

    private Uni<Void> revoke(List<Permission> all) {
        return Sql.each(all, this::revoke);
    }

    private Uni<Void> revoke(Permission permission) {
        return permissions
                .delete(permission)
                .chain(() -> outbox.record(Topics.PERMISSION_PERMISSION, permission.revoked()));
    }

    private Uni<Void> sayGranted(Permission permission) {
        return outbox.record(Topics.PERMISSION_PERMISSION, permission.granted());
    }
}
