package io.handover.identity.token;

import io.handover.events.Topics;
import io.handover.identity.account.UserRepository;
import io.handover.kit.ambient.Ids;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TokenService {

    /** Nobody needs more, and a list has an end. */
    private static final int TOKENS_MAX = 1000;

    /** UpCloud's ids of tokens begin with this byte. */
    private static final int ID_KIND = 0x0c;

    private final TokenRepository tokens;
    private final UserRepository users;
    private final Outbox outbox;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    TokenService(
            TokenRepository tokens, UserRepository users, Outbox outbox, Ids ids, SecureRandom random, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.outbox = outbox;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    @WithTransaction
    Uni<TokenView> issue(Caller caller, IssueToken asked) {
        if (!caller.createsTokens()) {
            throw Refusal.forbidden("FORBIDDEN", "This token may not create tokens.");
        }
        TokenText text = TokenText.make(random);
        return tokens.countOf(caller.userId())
                .invoke(TokenService::refuseTooMany)
                .chain(() -> users.findById(caller.userId()))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.forbidden("FORBIDDEN", "There is no such user any more."))
                .map(user -> asked.check(clock.instant(), user.settings().ipFilters()))
                .chain(checked -> persist(caller, checked, text));
    }

    @WithSession
    Uni<List<TokenView>> list(Caller caller, TokenList wanted) {
        return tokens.listOf(caller.userId(), wanted)
                .map(found -> found.stream().map(Token::view).toList());
    }

    @WithSession
    Uni<TokenView> show(Caller caller, String tokenId) {
        return find(caller, tokenId).map(Token::view);
    }

    @WithTransaction
    Uni<Void> revoke(Caller caller, String tokenId) {
        return find(caller, tokenId)
                .call(tokens::delete)
                .chain(token -> outbox.record(Topics.IDENTITY_ACCOUNT, token.revoked()));
    }

    private Uni<TokenView> persist(Caller caller, IssueToken.Checked asked, TokenText text) {
        var owner = new Token.Owner(caller.accountId(), caller.userId());
        var token = new Token(ids.ofKind(ID_KIND), owner, asked, text, clock.instant());
        return tokens.persist(token)
                .call(issued -> outbox.record(Topics.IDENTITY_ACCOUNT, issued.issued()))
                .map(issued -> issued.view().showing(text));
    }

    private Uni<Token> find(Caller caller, String tokenId) {
        return tokens.findOf(caller.userId(), parse(tokenId)).onItem().ifNull().failWith(TokenService::unknown);
    }

    private static UUID parse(String tokenId) {
        try {
            return UUID.fromString(tokenId);
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("NOT_FOUND", "There is no such token.");
    }

    private static void refuseTooMany(long count) {
        if (count >= TOKENS_MAX) {
            throw Refusal.conflict("RESOURCE_LIMIT_REACHED", "There are 1000 tokens already. Delete one first.");
        }
    }
}
