package io.handover.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.handover.gateway.refusal.Refusal;
import java.time.Duration;

/**
 * One token bucket per key, in memory and bounded in number: several gateways each allow what is configured. A key that
 * was away long enough for its bucket to be full is forgotten.
 */
public final class Allowance<K> {

    private static final int KEYS_MAX = 100_000;

    private final LoadingCache<K, Bucket> buckets;

    Allowance(LimitConfig.Rate rate) {
        Bandwidth bandwidth = Bandwidth.builder()
                .capacity(rate.burst())
                .refillGreedy(rate.sustained(), rate.period())
                .build();
        Duration untilFull = rate.period().multipliedBy(1L + rate.burst() / rate.sustained());
        buckets = Caffeine.newBuilder()
                .maximumSize(KEYS_MAX)
                .expireAfterAccess(untilFull)
                .build(key -> Bucket.builder().addLimit(bandwidth).build());
    }

    /**
     * Takes one.
     *
     * @throws Refusal 429 when there is none left
     */
    public void take(K key) {
        ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refusal.tooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Gives one back that turned out not to count. */
    public void giveBack(K key) {
        buckets.get(key).addTokens(1);
    }
}
