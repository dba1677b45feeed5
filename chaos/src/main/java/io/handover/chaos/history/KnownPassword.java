package io.handover.chaos.history;

import java.time.Instant;

/**
 * A root password that reached its owner.
 *
 * @param channel {@code email}, {@code sms}, or {@code none} when it was in an answer
 * @param delivery of one that was in an answer, if that named it; empty otherwise
 */
public record KnownPassword(String hostname, String channel, String delivery, String password, Instant at) {

    private static final String SHOWN = "none";

    /** Whether it was in an answer. */
    public boolean wasShown() {
        return channel.equals(SHOWN);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return channel + " about " + hostname;
    }
}
