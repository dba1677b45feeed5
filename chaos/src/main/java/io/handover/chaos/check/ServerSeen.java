package io.handover.chaos.check;

import java.util.Set;

/** A server as its service's database has it. */
public record ServerSeen(String id, String hostname, String state) {

    static final String ERROR = "ERROR";

    private static final Set<String> ENDS = Set.of("STARTED", "STOPPED", ERROR);

    boolean hasEnded() {
        return ENDS.contains(state);
    }

    boolean isBroken() {
        return state.equals(ERROR);
    }
}
