package io.handover.identity.signin;

import io.handover.identity.account.User;
import io.handover.identity.account.UserRepository;
import io.handover.identity.address.AddressRanges;
import io.handover.identity.password.Passwords;
import io.handover.identity.token.Token;
import io.handover.identity.token.Tokens;
import io.handover.kit.caller.Caller;
import io.handover.kit.refusal.Refusal;
import io.handover.kit.secret.Secret;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SessionService {

    private final UserRepository users;
    private final Tokens tokens;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final Throttle throttle;
    private final Clock clock;

    SessionService(
            UserRepository users,
            Tokens tokens,
            Passwords passwords,
            AccessTokens accessTokens,
            SigninConfig config,
            Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.throttle = new Throttle(config.failures(), config.window());
        this.clock = clock;
    }

    Uni<SessionView> open(Credential credential, String clientAddress) {
        return switch (credential) {
            case Credential.Basic basic -> openByPassword(basic, clientAddress);
            case Credential.Token token -> openByToken(token, clientAddress);
        };
    }

    private Uni<SessionView> openByPassword(Credential.Basic basic, String clientAddress) {
        String username = basic.username();
        throttle.waitFor(username, clock.instant()).ifPresent(wait -> {
            throw SigninRefusals.tooManyFailures(wait);
        });
        return Panache.withSession(() -> users.findByUsername(username))
                .chain(user -> verify(user, basic.password()))
                .onFailure(Refusal.class)
                .invoke(refusal -> count(refusal, username))
                .invoke(() -> throttle.succeeded(username))
                .invoke(user -> refuseOutsider(user, clientAddress))
                .call(user -> rehashOutdated(user, basic.password()))
                .chain(user -> accessTokens.issue(callerOf(user), Instant.MAX));
    }

    private Uni<User> verify(@Nullable User user, Secret password) {
        Uni<Boolean> verified =
                user == null ? passwords.verifyForNobody(password) : passwords.verify(password, user.passwordHash());
        return verified.map(right -> {
            if (user == null || !right) {
                throw SigninRefusals.authenticationFailed();
            }
            return user;
        });
    }

    private void count(Throwable refusal, String username) {
        if (refusal instanceof Refusal wrong && wrong.status() == SigninRefusals.UNAUTHORIZED) {
            throttle.failed(username, clock.instant());
        }
    }

    private Uni<Void> rehashOutdated(User user, Secret password) {
        if (!passwords.isOutdated(user.passwordHash())) {
            return Uni.createFrom().voidItem();
        }
        return passwords
                .hash(password)
                .chain(hash ->
                        Panache.withTransaction(() -> users.findById(user.id()).invoke(found -> found.rehash(hash))))
                .replaceWithVoid();
    }

    private Uni<SessionView> openByToken(Credential.Token credential, String clientAddress) {
        return Panache.withTransaction(() -> tokens.find(credential.text())
                        .onItem()
                        .ifNull()
                        .failWith(SigninRefusals::authenticationFailed)
                        .invoke(token -> refuseUnfit(token, clientAddress))
                        .call(token -> tokens.use(token, clock.instant()))
                        .chain(token -> users.findById(token.userId())
                                .onItem()
                                .ifNull()
                                .failWith(SigninRefusals::authenticationFailed)
                                .invoke(user -> refuseOutsider(user, clientAddress))
                                .map(user -> new Exchange(callerOf(user, token), token.expiresAt()))))
                .chain(exchange -> accessTokens.issue(exchange.caller(), exchange.latest()));
    }

    private void refuseUnfit(Token token, String clientAddress) {
        if (!token.admits(clientAddress, clock.instant())) {
            throw SigninRefusals.authenticationFailed();
        }
    }

    /** The same answer as for a wrong password: where one may come from is nobody's business. */
    private static void refuseOutsider(User user, String clientAddress) {
        var filters = new AddressRanges(user.settings().ipFilters());
        boolean comesFromOutside = !filters.texts().isEmpty() && !filters.contain(clientAddress);
        if (!user.settings().allowApi() || comesFromOutside) {
            throw SigninRefusals.authenticationFailed();
        }
    }

    private static Caller callerOf(User user) {
        return new Caller(user.accountId(), user.id(), user.username(), user.isMain(), Optional.empty(), true);
    }

    private static Caller callerOf(User user, Token token) {
        return new Caller(
                user.accountId(),
                user.id(),
                user.username(),
                user.isMain(),
                Optional.of(token.id()),
                token.canCreateTokens());
    }

    private record Exchange(Caller caller, Instant latest) {}
}
