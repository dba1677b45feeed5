package io.handover.identity.signin;

import io.handover.identity.account.User;
import io.handover.identity.account.UserRepository;
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
    private final OpenIdProvider provider;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final SignInRecorder signIns;
    private final Throttle<Guesser> throttle;
    private final Turns turns;
    private final Clock clock;

    SessionService(
            UserRepository users,
            Tokens tokens,
            OpenIdProvider provider,
            Passwords passwords,
            AccessTokens accessTokens,
            SignInRecorder signIns,
            SigninConfig config,
            Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.provider = provider;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.signIns = signIns;
        this.turns = new Turns(config.strangers());
        this.throttle = new Throttle<>(config.failures(), config.window());
        this.clock = clock;
    }

    Uni<SessionView> open(Credential credential, String clientAddress) {
        return switch (credential) {
            case Credential.Basic basic -> openByPassword(basic, clientAddress);
            case Credential.Token token -> openByToken(token, clientAddress);
            case Credential.Foreign foreign -> openByProvider(foreign, clientAddress);
        };
    }

    private Uni<SessionView> openByPassword(Credential.Basic basic, String clientAddress) {
        Guesser guesser = Guesser.of(basic.username(), clientAddress);
        throttle.waitFor(guesser, clock.instant()).ifPresent(wait -> {
            throw SigninRefusals.tooManyFailures(wait);
        });
        Turns.Turn turn = turns.take(guesser).orElseThrow(SigninRefusals::tooManyAtOnce);
        return Panache.withSession(() -> users.accountVersion(basic.username())
                        .chain(version -> users.findByUsername(basic.username()).map(user -> new Found(user, version))))
                .chain(found -> verify(found.user(), basic.password(), turn, clientAddress)
                        .map(user -> new Arrival(user, found.accountVersion())))
                .onTermination()
                .invoke(() -> turns.giveBack(turn))
                .onFailure(Refusal.class)
                .invoke(refusal -> count(refusal, guesser))
                .invoke(() -> cameIn(guesser))
                .chain(arrival -> enter(arrival, basic.password(), clientAddress));
    }

    private void cameIn(Guesser guesser) {
        throttle.succeeded(guesser);
        turns.cameIn(guesser);
    }

    private Uni<User> verify(@Nullable User user, Secret password, Turns.Turn turn, String clientAddress) {
        Uni<Boolean> verified = user == null
                ? passwords.verifyForNobody(password)
                : passwords.verify(password, user.passwordHash(), turn.whose());
        return verified.map(right -> {
            if (user == null) {
                throw SigninRefusals.authenticationFailed();
            }
            if (!right) {
                throw refused(Attempt.byPassword(user, clientAddress), Obstacle.WRONG_PASSWORD);
            }
            return user;
        });
    }

    private Uni<SessionView> enter(Arrival arrival, Secret password, String clientAddress) {
        User user = arrival.user();
        var attempt = Attempt.byPassword(user, clientAddress);
        Obstacle.of(user.settings(), clientAddress).ifPresent(obstacle -> {
            throw refused(attempt, obstacle);
        });
        return rehashOutdated(user, password)
                .chain(() -> Panache.withTransaction(() -> signIns.succeeded(attempt)))
                .chain(() -> accessTokens.issue(callerOf(user), Instant.MAX, arrival.accountVersion()));
    }

    private void count(Throwable refusal, Guesser guesser) {
        if (refusal instanceof Refusal wrong && wrong.status() == SigninRefusals.UNAUTHORIZED) {
            throttle.failed(guesser, clock.instant());
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
        return Panache.withTransaction(() -> tokens.accountVersion(credential.text())
                        .chain(version -> known(tokens.find(credential.text()))
                                .chain(token -> known(users.findById(token.userId()))
                                        .chain(user -> enter(new Arrival(user, version), token, clientAddress)))))
                .chain(exchange -> accessTokens.issue(exchange.caller(), exchange.latest(), exchange.accountVersion()));
    }

    private Uni<Exchange> enter(Arrival arrival, Token token, String clientAddress) {
        User user = arrival.user();
        var attempt = Attempt.byToken(user, token, clientAddress);
        Obstacle.of(token, clientAddress, clock.instant())
                .or(() -> Obstacle.of(user.settings(), clientAddress))
                .ifPresent(obstacle -> {
                    throw refused(attempt, obstacle);
                });
        return tokens.use(token, clock.instant())
                .chain(() -> signIns.succeeded(attempt))
                .replaceWith(() -> new Exchange(callerOf(user, token), token.expiresAt(), arrival.accountVersion()));
    }

    private Uni<SessionView> openByProvider(Credential.Foreign foreign, String clientAddress) {
        return provider.verify(foreign.jwt())
                .chain(proof -> Panache.withTransaction(() -> users.accountVersion(proof.username())
                                .chain(version -> known(users.findByUsername(proof.username()))
                                        .chain(user -> enter(user, clientAddress))
                                        .map(user -> new Arrival(user, version))))
                        .chain(arrival ->
                                accessTokens.issue(callerOf(arrival.user()), proof.until(), arrival.accountVersion())));
    }

    private Uni<User> enter(User user, String clientAddress) {
        var attempt = Attempt.byProvider(user, clientAddress);
        Obstacle.of(user.settings(), clientAddress).ifPresent(obstacle -> {
            throw refused(attempt, obstacle);
        });
        return signIns.succeeded(attempt).replaceWith(user);
    }

    private static <T> Uni<T> known(Uni<T> found) {
        return found.onItem().ifNull().failWith(SigninRefusals::authenticationFailed);
    }

    /** The same answer for every reason: where one may come from is nobody's business. */
    private Refusal refused(Attempt attempt, Obstacle obstacle) {
        signIns.refused(attempt, obstacle);
        return SigninRefusals.authenticationFailed();
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

    /** Whose name it is, if anybody's. The version is read first: what is withdrawn after that ends the session. */
    private record Found(@Nullable User user, long accountVersion) {}

    private record Arrival(User user, long accountVersion) {}

    private record Exchange(Caller caller, Instant latest, long accountVersion) {}
}
