package io.handover.gateway.limit;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Every limit on how often somebody may come. */
@Singleton
public final class Limits {

    private final Allowance<UUID> requests;
    private final Allowance<String> open;
    private final Allowance<String> callbacks;
    private final Allowance<String> failedSignIns;

    Limits(LimitConfig config) {
        requests = new Allowance<>(config.requests());
        open = new Allowance<>(config.open());
        callbacks = new Allowance<>(config.callbacks());
        failedSignIns = new Allowance<>(config.failedSignIns());
    }

    /** Requests, by user. */
    public Allowance<UUID> requests() {
        return requests;
    }

    /** Requests without a credential, by client address. */
    public Allowance<String> open() {
        return open;
    }

    /** What providers come back with, by client address. */
    public Allowance<String> callbacks() {
        return callbacks;
    }

    /** Sign-ins that failed, by client address. */
    public Allowance<String> failedSignIns() {
        return failedSignIns;
    }
}
