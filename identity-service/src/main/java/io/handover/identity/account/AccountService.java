package io.handover.identity.account;

import io.handover.events.Topics;
import io.handover.kit.caller.Caller;
import io.handover.kit.origin.Origin;
import io.handover.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class AccountService {

    private final Users users;
    private final UserRepository stored;
    private final GrantRepository grants;
    private final Outbox outbox;

    AccountService(Users users, UserRepository stored, GrantRepository grants, Outbox outbox) {
        this.users = users;
        this.stored = stored;
        this.grants = grants;
        this.outbox = outbox;
    }

    Uni<User> open(UserDetails given, Optional<String> clientAddress) {
        return users.prepare(given, Newcomer.ACCOUNT)
                .chain(made -> persist(made, Origin.of(made.username(), clientAddress)));
    }

    /** Whoever signs up has no access token yet that would tell the origin. */
    @WithTransaction
    Uni<User> persist(User.NewUser made, Origin origin) {
        return users.addAccount(made).call(account -> outbox.record(Topics.IDENTITY_ACCOUNT, account.opened(), origin));
    }

    @WithSession
    Uni<AccountListView> list(Caller caller, List<String> labels) {
        if (!caller.main()) {
            throw AccountRefusals.mainOnly();
        }
        return stored.listWorkspace(caller.accountId())
                .map(all -> all.stream()
                        .filter(user -> labels.stream()
                                .filter(label -> !label.isEmpty())
                                .allMatch(user.settings()::hasLabel))
                        .toList())
                .map(AccountListView::of);
    }

    @WithSession
    Uni<DetailsView> details(Caller caller, String username) {
        if (!caller.main() && !caller.username().equalsIgnoreCase(username)) {
            throw AccountRefusals.notYourself();
        }
        return stored.findInWorkspace(caller.accountId(), username)
                .onItem()
                .ifNull()
                .failWith(() -> AccountRefusals.unknownUser(username))
                .chain(this::details);
    }

    private Uni<DetailsView> details(User user) {
        if (user.isMain()) {
            return Uni.createFrom().item(DetailsView.of(user, user.username(), AccessView.EVERYTHING));
        }
        return stored.findById(user.accountId())
                .chain(main -> grants.listOf(user.id())
                        .map(AccessView::of)
                        .map(access -> DetailsView.of(user, main.username(), access)));
    }

    Uni<Void> change(Caller caller, String username, UserDetails given, String clientAddress) {
        if (!caller.username().equalsIgnoreCase(username)) {
            return Uni.createFrom().failure(AccountRefusals.notYourself());
        }
        OwnDetails.refuseForbidden(given.refuseUnknown(), caller, clientAddress);
        return users.change(caller.accountId(), username, given);
    }
}
