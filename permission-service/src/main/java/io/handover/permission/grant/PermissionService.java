package io.handover.permission.grant;

import io.handover.kit.caller.Caller;
import io.handover.permission.member.User;
import io.handover.permission.member.UserRefusals;
import io.handover.permission.member.UserRepository;
import io.handover.permission.target.Standing;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetRefusals;
import io.handover.permission.target.TargetType;
import io.handover.permission.target.Targets;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PermissionService {

    private static final Set<Standing> CHECKED = EnumSet.of(Standing.PRESENT);
    private static final Set<Standing> UNCHECKED = EnumSet.of(Standing.PRESENT, Standing.UNHEARD);

    private final Permissions permissions;
    private final PermissionRepository stored;
    private final AccountLock lock;
    private final UserRepository users;
    private final Targets targets;
    private final GrantConfig config;
    private final Clock clock;

    PermissionService(
            Permissions permissions,
            PermissionRepository stored,
            AccountLock lock,
            UserRepository users,
            Targets targets,
            GrantConfig config,
            Clock clock) {
        this.permissions = permissions;
        this.stored = stored;
        this.lock = lock;
        this.users = users;
        this.targets = targets;
        this.config = config;
        this.clock = clock;
    }

    /** A main account sees what all its members were granted, a member its own. */
    @WithSession
    Uni<PermissionListView> list(Caller caller) {
        return (caller.main() ? stored.listIn(caller.accountId()) : stored.listOf(caller.userId()))
                .map(PermissionListView::of);
    }

    @WithTransaction
    Uni<PermissionView> grant(Caller caller, PermissionDocument body) {
        return grant(caller, body, CHECKED);
    }

    /** Also on a target that does not exist yet; one that never will is refused all the same. */
    @WithTransaction
    Uni<PermissionView> grantUnchecked(Caller caller, PermissionDocument body) {
        return grant(caller, body, UNCHECKED);
    }

    /** The permission becomes the only one its member has. */
    @WithTransaction
    Uni<PermissionListView> replace(Caller caller, PermissionDocument body) {
        refuseMember(caller);
        PermissionDocument.Checked asked = body.check();
        return lockedMember(caller, asked.user())
                .call(() -> requireTarget(caller, asked.target(), CHECKED))
                .call(this::refuseOneTooManyOfOthers)
                .call(user -> permissions.replace(
                        user,
                        EnumSet.allOf(TargetType.class),
                        Map.of(asked.target(), asked.storage()),
                        caller.userId()))
                .chain(user -> stored.listOf(user.id()))
                .map(PermissionListView::of);
    }

    @WithTransaction
    Uni<Void> revoke(Caller caller, PermissionDocument body) {
        refuseMember(caller);
        PermissionDocument.Checked asked = body.check();
        return lockedMember(caller, asked.user())
                .chain(user -> permissions.revoke(user.id(), asked.target()))
                .invoke(PermissionService::refuseUnlessRevoked)
                .replaceWithVoid();
    }

    /** Whose the target is may be said, and can only be the caller. */
    @WithTransaction
    Uni<Void> revokeAllFromTarget(Caller caller, String type, String identifier, @Nullable String mainAccountId) {
        refuseMember(caller);
        refuseForeign(caller, mainAccountId);
        Target target = Target.of(type, identifier);
        return lock.take(caller.accountId()).chain(() -> permissions.revokeAllOn(caller.accountId(), target));
    }

    @WithTransaction
    Uni<Void> revokeAllFromUser(Caller caller, String username) {
        refuseMember(caller);
        return lockedMember(caller, username).chain(user -> permissions.revokeAllOf(user.id()));
    }

    private Uni<PermissionView> grant(Caller caller, PermissionDocument body, Set<Standing> accepted) {
        refuseMember(caller);
        PermissionDocument.Checked asked = body.check();
        Grant grant = new Grant(asked.target(), asked.storage(), caller.userId(), clock.instant());
        return lockedMember(caller, asked.user())
                .call(() -> requireTarget(caller, asked.target(), accepted))
                .call(user -> refuseOneTooMany(user, asked.target()))
                .chain(user -> permissions.grant(user, grant))
                .map(PermissionView::of);
    }

    private Uni<User> lockedMember(Caller caller, String username) {
        return lock.take(caller.accountId())
                .chain(() -> users.require(caller.accountId(), username))
                .invoke(PermissionService::refuseMainAccount);
    }

    private Uni<Void> requireTarget(Caller caller, Target target, Set<Standing> accepted) {
        return targets.standing(caller.accountId(), target)
                .invoke(standing -> {
                    if (!accepted.contains(standing)) {
                        throw TargetRefusals.notFound(target);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> refuseOneTooMany(User user, Target target) {
        return stored.countOthers(user, target).invoke(this::refuseIfFull).replaceWithVoid();
    }

    private Uni<Void> refuseOneTooManyOfOthers(User user) {
        return stored.countOfOthers(user).invoke(this::refuseIfFull).replaceWithVoid();
    }

    private void refuseIfFull(long others) {
        if (others >= config.accountMax()) {
            throw PermissionRefusals.tooMany(config.accountMax());
        }
    }

    private static void refuseMember(Caller caller) {
        if (!caller.main()) {
            throw PermissionRefusals.mainOnly();
        }
    }

    private static void refuseForeign(Caller caller, @Nullable String mainAccountId) {
        boolean own = mainAccountId == null
                || mainAccountId.isEmpty()
                || mainAccountId.equalsIgnoreCase(caller.username())
                || mainAccountId.equalsIgnoreCase(caller.accountId().toString());
        if (!own) {
            throw PermissionRefusals.foreignAccount();
        }
    }

    private static void refuseMainAccount(User user) {
        if (user.isMain()) {
            throw UserRefusals.mainAccount();
        }
    }

    private static void refuseUnlessRevoked(boolean revoked) {
        if (!revoked) {
            throw PermissionRefusals.notGranted();
        }
    }
}
