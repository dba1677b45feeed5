package io.handover.identity.closing;

import io.handover.events.Topics;
import io.handover.events.identity.AccountClosed;
import io.handover.identity.account.AccountRefusals;
import io.handover.identity.account.User;
import io.handover.identity.account.UserRepository;
import io.handover.identity.member.Leaving;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.caller.Caller;
import io.handover.kit.closing.ClosedAccounts;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ClosingService {

    private final UserRepository users;
    private final Leaving leaving;
    private final Holdings holdings;
    private final AccessGrants grants;
    private final ClosedAccounts closed;
    private final Outbox outbox;

    ClosingService(
            UserRepository users,
            Leaving leaving,
            Holdings holdings,
            AccessGrants grants,
            ClosedAccounts closed,
            Outbox outbox) {
        this.users = users;
        this.leaving = leaving;
        this.holdings = holdings;
        this.grants = grants;
        this.closed = closed;
        this.outbox = outbox;
    }

    /**
     * Closes the caller's own account. Every member leaves first, so that whoever follows members need not follow
     * accounts; the rest is done by whoever hears it.
     *
     * @param withResources whether servers and storages are deleted; 409 if not and there are any
     */
    @WithTransaction
    Uni<Void> close(Caller caller, String username, boolean withResources) {
        refuseStranger(caller, username);
        UUID account = caller.accountId();
        return users.lock(account)
                .onItem()
                .ifNull()
                .failWith(() -> AccountRefusals.unknownUser(username))
                .call(() -> withResources ? Uni.createFrom().voidItem() : refuseNotEmpty(account))
                .chain(main -> users.listWorkspace(account)
                        .chain(all -> Sql.each(
                                all.stream().filter(user -> !user.isMain()).toList(), leaving::leave))
                        .chain(() -> leave(main)))
                .chain(() -> closed.close(account))
                .chain(() -> holdings.forget(account))
                .chain(() -> grants.dropAccount(account));
    }

    private Uni<Void> leave(User main) {
        return leaving.withTokens(main)
                .chain(() -> outbox.record(Topics.IDENTITY_ACCOUNT, new AccountClosed(main.accountId())));
    }

    private Uni<Void> refuseNotEmpty(UUID account) {
        return holdings.some(account)
                .invoke(some -> {
                    if (!some.isEmpty()) {
                        throw ClosingRefusals.notEmpty(some);
                    }
                })
                .replaceWithVoid();
    }

    private static void refuseStranger(Caller caller, String username) {
        if (!caller.main()) {
            throw AccountRefusals.mainOnly();
        }
        if (caller.tokenId().isPresent()) {
            throw ClosingRefusals.notByToken();
        }
        if (!caller.username().equalsIgnoreCase(username)) {
            throw AccountRefusals.notYourself();
        }
    }
}
