package io.handover.chaos.history;

import io.handover.chaos.history.Kind.Effect;
import java.time.Duration;

/**
 * Something that a client did. What changes one subject comes from one client, one after the other.
 *
 * @param gateway the number of the one that was asked, from 0
 * @param began when it was sent, since the run began
 * @param ended when its answer was there, or was given up
 * @param status of HTTP; 0 when there was none
 */
public record Operation(
        Kind kind, Subject subject, int gateway, Duration began, Duration ended, Outcome outcome, int status) {

    /** Whether it lets this come to be. */
    public boolean makes(Subject what) {
        return kind.effect() == Effect.MAKES && subject.equals(what);
    }

    /** Whether it ends this. */
    public boolean ends(Subject what) {
        return kind.effect() == Effect.ENDS && (subject.equals(what) || isAccessTo(what));
    }

    /** Whether it changes nothing, and only tries. */
    public boolean tries(Subject what) {
        return kind == Kind.ENTER && subject.equals(what);
    }

    /** Whether it has this outcome. */
    public boolean is(Outcome expected) {
        return outcome == expected;
    }

    @Override
    public String toString() {
        return "%s of %s through gateway %d at %d ms (%s, %d)"
                .formatted(kind, subject, gateway + 1, began.toMillis(), outcome, status);
    }

    private boolean isAccessTo(Subject what) {
        return kind == Kind.DELETE
                && what.thing() == Thing.ACCESS
                && what.name().equals(subject.name());
    }
}
