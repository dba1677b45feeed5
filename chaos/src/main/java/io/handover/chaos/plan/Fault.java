package io.handover.chaos.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Something that breaks, and is mended after a while.
 *
 * @param parts which processes; none when it is about messages
 * @param length how long it stays broken
 * @param pick one of many, such as a topic of those that a service hears, counted around
 * @param rest how long nothing else breaks afterwards
 */
public record Fault(Kind kind, List<String> parts, int pick, Duration length, Duration rest) {

    /** The ways in which things break. */
    public enum Kind {
        /** A replica of a service, or a gateway, is killed. */
        KILL_REPLICA,
        /** Both replicas of a service are killed. */
        KILL_SERVICE,
        /** Kafka is killed. */
        KILL_KAFKA,
        /** PostgreSQL is killed, all processes of it. */
        KILL_POSTGRESQL,
        /** PostgreSQL can write no further, as on a full disk, until it is started on one with room. */
        FILL_DISK,
        /** The machines' host is killed. */
        KILL_SANDBOX,
        /** A replica or a gateway is stopped in the middle of whatever it does, and goes on. */
        PAUSE_REPLICA,
        /** The same of Kafka. */
        PAUSE_KAFKA,
        /** A service reads a topic from its beginning again. */
        REPLAY,
        /** The mail server and the SMS provider refuse everything. */
        MESSAGES_REFUSED,
        /** They put everything off. */
        MESSAGES_PUT_OFF,
        /** They take their time. */
        MESSAGES_DELAYED,
        /** They take everything, and never say so. */
        MESSAGES_UNANSWERED;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
