package io.handover.quickstart.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a service says.
 *
 * @param status HTTP's; 0 when it says nothing
 */
record Answer(int status, JsonNode body) {

    private static final int OK = 200;
    private static final int UNKNOWN = 404;

    boolean isAway() {
        return status == 0;
    }

    boolean isUnknown() {
        return status == UNKNOWN;
    }

    List<JsonNode> letters() {
        return StreamSupport.stream(body.path("dead_letters").spliterator(), false)
                .toList();
    }

    /** How many events were. */
    Optional<Integer> applied() {
        return Optional.of(body.path("applied")).filter(JsonNode::isInt).map(JsonNode::asInt);
    }

    /** Why not all was done. */
    Optional<String> trouble() {
        if (isAway()) {
            return Optional.of("it does not answer; what it has put aside is not known.");
        }
        if (status != OK) {
            return Optional.of(body.path("detail").asText("it answered with status " + status + "."));
        }
        return Optional.of(body.path("failed"))
                .filter(JsonNode::isObject)
                .map(failed -> "%s fails still: %s"
                        .formatted(
                                failed.path("id").asText(), failed.path("cause").asText()));
    }
}
