package io.handover.identity.member;

import io.handover.events.Topics;
import io.handover.identity.account.User;
import io.handover.identity.account.UserRepository;
import io.handover.identity.token.Tokens;
import io.handover.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How somebody leaves; inside a transaction of whoever sees to it. */
@ApplicationScoped
public class Leaving {

    private final UserRepository users;
    private final Tokens tokens;
    private final Outbox outbox;

    Leaving(UserRepository users, Tokens tokens, Outbox outbox) {
        this.users = users;
        this.tokens = tokens;
        this.outbox = outbox;
    }

    /** A member leaves its workspace, which is told. */
    public Uni<Void> leave(User member) {
        return withTokens(member).chain(() -> outbox.record(Topics.IDENTITY_ACCOUNT, member.removed()));
    }

    /** Nothing is left of somebody, nor of their tokens. */
    public Uni<Void> withTokens(User user) {
        return tokens.revokeAllOf(user).chain(() -> users.delete(user));
    }
}
