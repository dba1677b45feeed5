package io.handover.permission.cascade;

import io.handover.events.Topics;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.MemberAccessSet;
import io.handover.events.identity.MemberAdded;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.permission.MemberAccessApplied;
import io.handover.kit.closing.ClosedAccounts;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.handover.permission.grant.AccountLock;
import io.handover.permission.grant.Permissions;
import io.handover.permission.member.User;
import io.handover.permission.member.UserRepository;
import io.handover.permission.target.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What becomes of permissions when members come and go. */
@ApplicationScoped
class MemberCascade {

    private final ClosedAccounts accounts;
    private final AccountLock lock;
    private final UserRepository users;
    private final Targets targets;
    private final Permissions permissions;
    private final Outbox outbox;

    MemberCascade(
            ClosedAccounts accounts,
            AccountLock lock,
            UserRepository users,
            Targets targets,
            Permissions permissions,
            Outbox outbox) {
        this.accounts = accounts;
        this.lock = lock;
        this.users = users;
        this.targets = targets;
        this.permissions = permissions;
        this.outbox = outbox;
    }

    Uni<Void> open(AccountOpened opened) {
        return users.add(new User(opened.accountId(), opened.accountId(), opened.username()));
    }

    Uni<Void> close(AccountClosed closed) {
        UUID account = closed.accountId();
        return accounts.close(account)
                .chain(() -> lock.take(account))
                .chain(() -> permissions.revokeAllIn(account))
                .chain(() -> users.deleteWorkspace(account))
                .chain(() -> targets.forgetAll(account));
    }

    /** What it made is its own; normally nothing yet, unless provisioning-service was heard before. */
    Uni<Void> add(MemberAdded added) {
        User member = new User(added.accountId(), added.memberId(), added.username());
        return lock.take(added.accountId())
                .chain(() -> users.add(member))
                .chain(() -> targets.madeBy(added.accountId(), added.memberId()))
                .chain(made -> Sql.each(made, target -> permissions.grant(member, target, member.id())));
    }

    /** Somebody waits for the answer, so there is one even when the member has left meanwhile. */
    Uni<Void> setAccess(MemberAccessSet wanted) {
        return lock.take(wanted.accountId())
                .chain(() -> users.findMember(wanted.accountId(), wanted.memberId()))
                .onItem()
                .ifNotNull()
                .call(member -> setAccess(member, wanted))
                .chain(() -> outbox.record(
                        Topics.PERMISSION_PERMISSION,
                        new MemberAccessApplied(wanted.accountId(), wanted.memberId(), wanted.requestId())));
    }

    private Uni<Void> setAccess(User member, MemberAccessSet event) {
        WantedAccess wanted = WantedAccess.of(event);
        return targets.standings(event.accountId(), wanted.targets().keySet())
                .map(wanted::without)
                .chain(left -> permissions.replace(member, left.types(), left.targets(), event.requestedBy()));
    }

    Uni<Void> remove(MemberRemoved removed) {
        return lock.take(removed.accountId())
                .chain(() -> permissions.revokeAllOf(removed.memberId()))
                .chain(() -> users.deleteById(removed.memberId()))
                .replaceWithVoid();
    }
}
