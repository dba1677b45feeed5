package io.handover.identity.token;

import io.handover.events.Topics;
import io.handover.identity.account.User;
import io.handover.kit.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** What the neighbouring features may do with tokens; inside a transaction of theirs. */
@ApplicationScoped
public class Tokens {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenRepository tokens;
    private final Outbox outbox;

    Tokens(TokenRepository tokens, Outbox outbox) {
        this.tokens = tokens;
        this.outbox = outbox;
    }

    /** The token that a client sent; null if there is none. */
    public Uni<Token> find(TokenText text) {
        return tokens.findByText(text);
    }

    /** How much had been said of the account of the token that a client sent; 0 if there is none. */
    public Uni<Long> accountVersion(TokenText text) {
        return tokens.accountVersion(text);
    }

    /** Notes a use of a token, once a minute at most, to spare the database. */
    public Uni<Void> use(Token token, Instant now) {
        return tokens.use(token.id(), now, now.minus(USE_NOTED_EVERY));
    }

    /** Revokes all tokens of somebody who leaves, and says so. */
    public Uni<Void> revokeAllOf(User user) {
        return tokens.listOf(user.id())
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(token ->
                        tokens.delete(token).chain(() -> outbox.record(Topics.IDENTITY_ACCOUNT, token.revoked())))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
