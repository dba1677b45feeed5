package io.handover.provisioning.server;

import java.time.Duration;
import java.time.Instant;

/** What follows when a server's machine was told something. */
sealed interface PowerDecision {

    /** It has done it. */
    record Obeyed() implements PowerDecision {}

    /** Its guest would not stop, and is not forced to: it goes on as if nothing had been said. */
    record Ignored() implements PowerDecision {}

    /** The back end will not do it. */
    record Refused() implements PowerDecision {}

    /** It is at it; look again after a pause. */
    record Wait(Duration pause) implements PowerDecision {}

    /** How soon a machine is looked at again; the longer it takes, the later. */
    Duration SHORTEST_PAUSE = Duration.ofMillis(100);

    /** The longest pause. */
    Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /**
     * Decides by what the machine does.
     *
     * @param patience how long a guest has that was given no time
     */
    static PowerDecision after(PowerOrder order, boolean running, Instant now, Duration patience) {
        if (order.power() != Power.STOP || !running) {
            return new Obeyed();
        }
        Duration taken = Duration.between(order.askedAt(), now);
        boolean late = taken.compareTo(order.timeout().orElse(patience)) > 0;
        return late && !order.isForced() ? new Ignored() : new Wait(pause(taken));
    }

    private static Duration pause(Duration taken) {
        Duration pause = taken.dividedBy(8);
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
