package io.handover.gateway.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Sessions by credential, and the checks that are under way. Its promise: once {@link #evict} has returned, no session
 * of the account that was asked for before comes out of here again, not even one whose check was still under way.
 */
final class CredentialCache {

    /** A token is not used in its last moments: it has to outlive the request it travels with. */
    static final Duration MARGIN = Duration.ofSeconds(30);

    private final Cache<String, Session> sessions;
    private final Map<String, Check> joinable = new HashMap<>();
    private final Set<Check> underWay = new HashSet<>();

    CredentialCache(long sessionsMax, Ticker ticker) {
        sessions = Caffeine.newBuilder()
                .maximumSize(sessionsMax)
                .expireAfter(Expiry.<String, Session>creating((key, session) -> usable(session)))
                .ticker(ticker)
                .build();
    }

    Optional<Session> find(String key) {
        return Optional.ofNullable(sessions.getIfPresent(key));
    }

    /** Joins the check of the same credential that is under way, unless something was evicted since; or begins one. */
    Check join(String key, Consumer<Check> begin) {
        Check check = new Check(key);
        synchronized (this) {
            Check joined = joinable.putIfAbsent(key, check);
            if (joined != null) {
                return joined;
            }
            underWay.add(check);
        }
        begin.accept(check);
        return check;
    }

    /** Ends a check. Its session is kept for the next request unless its account was evicted meanwhile. */
    void succeed(Check check, Session session) {
        synchronized (this) {
            end(check);
            if (!check.evicted.contains(session.accountId()) && usable(session).isPositive()) {
                sessions.put(check.key, session);
            }
        }
        check.outcome.complete(session);
    }

    /** Ends a check; the next request begins another. */
    void fail(Check check, Throwable reason) {
        synchronized (this) {
            end(check);
        }
        check.outcome.completeExceptionally(reason);
    }

    /** Forgets every session of an account. */
    synchronized void evict(UUID account) {
        // Whose check it is shows only at its end, so nobody may join any that began before.
        joinable.clear();
        underWay.forEach(check -> check.evicted.add(account));
        sessions.asMap().values().removeIf(session -> session.accountId().equals(account));
    }

    /** Forgets one session that a service refused. */
    void drop(String key, Session session) {
        sessions.asMap().remove(key, session);
    }

    private void end(Check check) {
        underWay.remove(check);
        joinable.remove(check.key, check);
    }

    private static Duration usable(Session session) {
        Duration usable = session.lifetime().minus(MARGIN);
        return usable.isNegative() ? Duration.ZERO : usable;
    }

    /** One question to identity-service; many requests may wait for its answer. */
    static final class Check {

        private final String key;
        private final Set<UUID> evicted = new HashSet<>();
        private final CompletableFuture<Session> outcome = new CompletableFuture<>();

        private Check(String key) {
            this.key = key;
        }

        CompletableFuture<Session> outcome() {
            return outcome;
        }
    }
}
