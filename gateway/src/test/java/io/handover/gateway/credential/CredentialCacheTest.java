package io.handover.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.refusal.Refusal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CredentialCacheTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID EVE = UUID.randomUUID();

    private final AtomicLong nanos = new AtomicLong();
    private final CredentialCache cache = new CredentialCache(10, nanos::get);

    @Test
    void keepsASessionUntilItsTokenIsAboutToEnd() {
        Session session = session(ADA, Duration.ofMinutes(5));
        cache.succeed(begin("key"), session);

        pass(Duration.ofMinutes(5).minus(CredentialCache.MARGIN).minusNanos(1));
        assertThat(cache.find("key")).contains(session);
        pass(Duration.ofNanos(1));
        assertThat(cache.find("key")).isEmpty();
    }

    @Test
    void keepsNoSessionThatIsAboutToEndAlready() {
        cache.succeed(begin("key"), session(ADA, CredentialCache.MARGIN));

        assertThat(cache.find("key")).isEmpty();
    }

    @Test
    void letsManyWaitForOneCheck() {
        CredentialCache.Check check = begin("key");

        assertThat(begin("key")).isSameAs(check);
        assertThat(begin("other")).isNotSameAs(check);
    }

    @Test
    void beginsAgainAfterAFailure() {
        CredentialCache.Check failed = begin("key");
        cache.fail(failed, Refusal.unauthenticated());

        assertThat(failed.outcome()).isCompletedExceptionally();
        assertThat(begin("key")).isNotSameAs(failed);
    }

    @Test
    void forgetsEverySessionOfAnAccountAndNoOther() {
        cache.succeed(begin("ada1"), session(ADA, Duration.ofMinutes(5)));
        cache.succeed(begin("ada2"), session(ADA, Duration.ofMinutes(5)));
        cache.succeed(begin("eve"), session(EVE, Duration.ofMinutes(5)));

        cache.evict(ADA);

        assertThat(cache.find("ada1")).isEmpty();
        assertThat(cache.find("ada2")).isEmpty();
        assertThat(cache.find("eve")).isPresent();
    }

    @Test
    void keepsNoSessionWhoseCheckWasUnderWayWhenItsAccountWasEvicted() {
        CredentialCache.Check ada = begin("ada");
        CredentialCache.Check eve = begin("eve");

        cache.evict(ADA);
        cache.succeed(ada, session(ADA, Duration.ofMinutes(5)));
        cache.succeed(eve, session(EVE, Duration.ofMinutes(5)));

        assertThat(ada.outcome()).isCompleted();
        assertThat(cache.find("ada")).isEmpty();
        assertThat(cache.find("eve")).isPresent();
    }

    @Test
    void letsNobodyJoinACheckThatBeganBeforeAnEviction() {
        CredentialCache.Check before = begin("ada");

        cache.evict(ADA);
        CredentialCache.Check after = begin("ada");
        Session newer = session(ADA, Duration.ofMinutes(5));
        cache.succeed(after, newer);
        cache.succeed(before, session(ADA, Duration.ofMinutes(5)));

        assertThat(after).isNotSameAs(before);
        assertThat(cache.find("ada")).contains(newer);
    }

    @Test
    void dropsARefusedSessionButNotItsSuccessor() {
        Session refused = session(ADA, Duration.ofMinutes(5));
        cache.succeed(begin("ada"), refused);
        cache.drop("ada", refused);
        assertThat(cache.find("ada")).isEmpty();

        Session successor = session(ADA, Duration.ofMinutes(5));
        cache.succeed(begin("ada"), successor);
        cache.drop("ada", refused);
        assertThat(cache.find("ada")).contains(successor);
    }

    private CredentialCache.Check begin(String key) {
        return cache.join(key, begun -> {});
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Session session(UUID account, Duration lifetime) {
        return new Session("token-" + UUID.randomUUID(), lifetime, account, account);
    }
}
