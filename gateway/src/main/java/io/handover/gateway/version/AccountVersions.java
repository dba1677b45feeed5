package io.handover.gateway.version;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of each account that this gateway knows of, from the services' answers and from the topics. What is
 * dropped from here was applied everywhere long ago.
 */
@Singleton
public final class AccountVersions {

    /** The header's name, in requests to services and in their answers; never seen by clients. */
    public static final String HEADER = "Handover-Account-Version";

    private static final int ACCOUNTS_MAX = 100_000;
    private static final Duration LONG_APPLIED = Duration.ofHours(1);

    private final Cache<UUID, AccountVersionHeader> newest = Caffeine.newBuilder()
            .maximumSize(ACCOUNTS_MAX)
            .expireAfterWrite(LONG_APPLIED)
            .build();

    /** What a service must not be older than when it answers for an account. */
    public Optional<String> headerFor(UUID account) {
        return Optional.ofNullable(newest.getIfPresent(account)).map(AccountVersionHeader::toString);
    }

    /** Remembers what a service said it changed. */
    public void told(UUID account, @Nullable String header) {
        AccountVersionHeader changed = AccountVersionHeader.parse(header);
        if (!changed.versions().isEmpty()) {
            newest.asMap().merge(account, changed, AccountVersionHeader::and);
        }
    }

    /** Remembers an event that was heard. */
    void heard(UUID account, String topic, long version) {
        newest.asMap().merge(account, new AccountVersionHeader(Map.of(topic, version)), AccountVersionHeader::and);
    }
}
