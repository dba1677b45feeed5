package io.handover.quickstart.inbox;

import java.time.Instant;

/**
 * A mail or a text message that arrived.
 *
 * @param subject empty for a text message
 */
record Message(Channel channel, String to, String from, String subject, String body, Instant receivedAt) {

    /** Without the text, which may hold a password. */
    @Override
    public String toString() {
        return channel + " to " + to;
    }
}
