package io.handover.gateway.credential;

import com.github.benmanes.caffeine.cache.Ticker;
import io.handover.gateway.limit.Limits;
import io.handover.gateway.refusal.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/** Turns credentials into sessions. */
@Singleton
public final class Authentication {

    private static final int UNAUTHENTICATED = 401;

    private final Vertx vertx;
    private final SessionClient identity;
    private final Limits limits;
    private final CredentialCache cache;
    private final CredentialKeys keys = new CredentialKeys(new SecureRandom());

    Authentication(Vertx vertx, SessionClient identity, Limits limits, CredentialConfig config) {
        this.vertx = vertx;
        this.identity = identity;
        this.limits = limits;
        this.cache = new CredentialCache(config.sessions(), Ticker.systemTicker());
    }

    /**
     * The session of a credential, from memory if it can be, on the caller's own event loop. Fails with
     * {@link Refusal}.
     */
    public Future<Session> authenticate(Credential credential) {
        String key = keys.of(credential);
        Optional<Session> known = cache.find(key);
        return known.isPresent() ? Future.succeededFuture(known.get()) : check(key, credential);
    }

    /** Another session in place of one that a service refused, as after a loss of signing keys. */
    public Future<Session> renew(Credential credential, Session refused) {
        cache.drop(keys.of(credential), refused);
        return authenticate(credential);
    }

    /** Forgets what it knows of an account: whatever is asked from now on, identity-service answers. */
    public void forget(UUID account) {
        cache.evict(account);
    }

    private Future<Session> check(String key, Credential credential) {
        CredentialCache.Check check = cache.join(key, begun -> begin(begun, credential));
        Context own = vertx.getOrCreateContext();
        Promise<Session> session = Promise.promise();
        Future.fromCompletionStage(check.outcome())
                .onComplete(outcome -> own.runOnContext(ignored -> session.handle(outcome)));
        return session.future();
    }

    private void begin(CredentialCache.Check check, Credential credential) {
        String address = credential.clientAddress();
        try {
            // Taken before and given back after, so that guessing in parallel does not help.
            limits.failedSignIns().take(address);
        } catch (Refusal tooOften) {
            cache.fail(check, tooOften);
            return;
        }
        identity.open(credential).onComplete(outcome -> {
            if (!isFailedSignIn(outcome.cause())) {
                limits.failedSignIns().giveBack(address);
            }
            if (outcome.succeeded()) {
                cache.succeed(check, outcome.result());
            } else {
                cache.fail(check, outcome.cause());
            }
        });
    }

    private static boolean isFailedSignIn(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.status() == UNAUTHENTICATED;
    }
}
