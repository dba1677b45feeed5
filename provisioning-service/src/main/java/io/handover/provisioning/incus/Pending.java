package io.handover.provisioning.incus;

import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.compute.StopType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stop or restart that waits for its guest, noted down at its instance: any replica goes on with it.
 *
 * @param how without type: a hard one waits only until it is started again
 * @param until when the guest's time is up
 */
record Pending(StopRequest how, boolean thenStart, Optional<Instant> until) {

    private static final String NONE = "-";

    static Pending of(StopRequest how, boolean thenStart, Instant now) {
        return new Pending(how, thenStart, how.timeout().map(now::plus));
    }

    /** From what {@link #toString} wrote. */
    static Pending parse(String text) {
        String[] parts = text.split(" ", -1);
        Optional<Duration> timeout = part(parts[2]).map(Duration::parse);
        var how = new StopRequest(StopType.valueOf(parts[1]), timeout, Boolean.parseBoolean(parts[3]));
        return new Pending(how, "restart".equals(parts[0]), part(parts[4]).map(Instant::parse));
    }

    /** Whether this is what was asked for: asking again puts nothing off. */
    boolean isFor(StopRequest asked, boolean toStart) {
        return how.equals(asked) && thenStart == toStart;
    }

    boolean isOver(Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** Whether the plug is to be pulled now. */
    boolean isToBeUnplugged(Instant now) {
        return how.type() == StopType.HARD || (how.destroyOnTimeout() && isOver(now));
    }

    @Override
    public String toString() {
        return String.join(
                " ",
                thenStart ? "restart" : "stop",
                how.type().name(),
                how.timeout().map(Duration::toString).orElse(NONE),
                Boolean.toString(how.destroyOnTimeout()),
                until.map(Instant::toString).orElse(NONE));
    }

    private static Optional<String> part(String text) {
        return NONE.equals(text) ? Optional.empty() : Optional.of(text);
    }
}
