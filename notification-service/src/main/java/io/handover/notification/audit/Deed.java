package io.handover.notification.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * What an event tells the audit trail.
 *
 * @param action a stable name, {@code <kind of target>.<verb>}
 * @param targetType the kind of thing it was done to
 * @param targetId its id, or its name where names are ids
 * @param targetName what people call it, where the event says so
 * @param success whether it went well
 * @param detail why it failed, or what more there is to say; never a secret
 */
record Deed(
        String action,
        String targetType,
        String targetId,
        Optional<String> targetName,
        boolean success,
        Optional<String> detail) {

    static Deed done(String action, String targetType, UUID targetId) {
        return done(action, targetType, targetId.toString());
    }

    static Deed done(String action, String targetType, String targetId) {
        return new Deed(action, targetType, targetId, Optional.empty(), true, Optional.empty());
    }

    Deed named(String name) {
        return new Deed(action, targetType, targetId, Optional.of(name), success, detail);
    }

    Deed with(String more) {
        return new Deed(action, targetType, targetId, targetName, success, Optional.of(more));
    }

    /** Says this, too. */
    Deed and(String more) {
        return with(detail.map(said -> said + "; " + more).orElse(more));
    }

    Deed failedBecause(String reason) {
        return new Deed(action, targetType, targetId, targetName, false, Optional.of(reason));
    }

    /** An event newer than this code: that something happened must not be lost. */
    static Deed unknown(String type) {
        return done("unknown", "event", type);
    }
}
