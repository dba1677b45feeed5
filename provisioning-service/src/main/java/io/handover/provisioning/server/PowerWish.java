package io.handover.provisioning.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.compute.StopType;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a start, stop or restart, of which every field may be absent. Clients send none, or objects of their own
 * with nothing of it: what lacks the wrapper says nothing. Whatever else is no such object is refused, because who sent
 * it wanted something that would not happen.
 */
record PowerWish(JsonNode fields) {

    /** Seconds; a day. */
    static final int TIMEOUT_MAX = 86_400;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    static PowerWish read(String body, String wrapper) {
        JsonNode document = body.isBlank() ? JSON.createObjectNode() : parse(body);
        JsonNode fields = document.path(wrapper);
        boolean says = !fields.isMissingNode() && !fields.isNull();
        if (!document.isObject() || (says && !fields.isObject())) {
            throw ServerRefusals.noObject(wrapper);
        }
        return new PowerWish(fields);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw ServerRefusals.malformed();
        }
    }

    /** A soft stop that was given time ends hard, as UpCloud's does. */
    StopRequest stop() {
        Optional<Duration> timeout = timeout();
        return type() == StopType.HARD
                ? StopRequest.HARD
                : timeout.map(StopRequest::within).orElse(StopRequest.SOFT);
    }

    /** A restart whose guest would not stop in time is given up, unless it is to be destroyed. */
    StopRequest restart() {
        boolean destroy = destroys();
        Optional<Duration> timeout = timeout();
        if (type() == StopType.HARD) {
            return StopRequest.HARD;
        }
        if (destroy && timeout.isEmpty()) {
            throw ServerRefusals.missing("timeout");
        }
        return new StopRequest(StopType.SOFT, timeout, destroy);
    }

    /** Whether a start is to be answered before the server counts as started. */
    boolean async() {
        return switch (text("start_type")) {
            case "", "sync" -> false;
            case "async" -> true;
            default -> throw ServerRefusals.bad("start_type", "must be sync or async.");
        };
    }

    Placement placement() {
        return new Placement(number("host"), number("avoid_host"));
    }

    private StopType type() {
        return switch (text("stop_type")) {
            case "", "soft" -> StopType.SOFT;
            case "hard" -> StopType.HARD;
            default -> throw ServerRefusals.bad("stop_type", "must be soft or hard.");
        };
    }

    private boolean destroys() {
        return switch (text("timeout_action")) {
            case "", "ignore" -> false;
            case "destroy" -> true;
            default -> throw ServerRefusals.bad("timeout_action", "must be destroy or ignore.");
        };
    }

    private Optional<Duration> timeout() {
        return number("timeout").map(seconds -> {
            if (seconds < 1 || seconds > TIMEOUT_MAX) {
                throw ServerRefusals.bad("timeout", "must be from 1 to 86400 seconds.");
            }
            return Duration.ofSeconds(seconds);
        });
    }

    private Optional<Long> number(String field) {
        String text = text(field);
        if (!text.isEmpty() && !NUMBER.matcher(text).matches()) {
            throw ServerRefusals.bad(field, "must be a whole number.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
    }

    /** Empty when it is absent; a text that no rule allows when it is no text and no number. */
    private String text(String field) {
        JsonNode value = fields.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asText() : "?";
    }
}
