package io.handover.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.chaos.history.Outcome;

/**
 * What came back.
 *
 * @param status of HTTP; 0 when there was no answer
 * @param body missing when there was none, or no JSON
 */
record Answer(Outcome outcome, int status, JsonNode body) {

    boolean isAcknowledged() {
        return outcome == Outcome.ACKNOWLEDGED;
    }

    /** Without the body, which may show a password. */
    @Override
    public String toString() {
        return outcome + " " + status;
    }
}
