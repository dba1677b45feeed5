package io.handover.kit.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request that is refused, and why. On {@code /1.3} its code is UpCloud's {@code error_code}; elsewhere it becomes a
 * problem detail (RFC 9457) whose type is the code as a slug. The message is for people, names the field and the rule,
 * and never repeats a secret.
 */
public final class Refusal extends RuntimeException {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final int status;
    private final String code;
    private final transient List<InvalidParam> invalidParams;
    private final transient Optional<Duration> retryAfter;

    private Refusal(
            int status, String code, String message, List<InvalidParam> invalidParams, Optional<Duration> retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.invalidParams = List.copyOf(invalidParams);
        this.retryAfter = retryAfter;
    }

    /** 400: a value breaks a rule. */
    public static Refusal invalid(String code, String message) {
        return of(400, code, message);
    }

    /** 400: a field breaks a rule, named for programs too. */
    public static Refusal invalidField(String code, String field, String reason) {
        return new Refusal(
                400, code, field + ": " + reason, List.of(new InvalidParam(field, reason)), Optional.empty());
    }

    /** 400: several fields break their rules; all are named at once. */
    public static Refusal invalidFields(String code, List<InvalidParam> fields) {
        String message = fields.stream()
                .map(field -> field.name() + ": " + field.reason())
                .collect(Collectors.joining(" "));
        return new Refusal(400, code, message, fields, Optional.empty());
    }

    /** 429: too often; when to come back. */
    public static Refusal tooOften(String code, String message, Duration retryAfter) {
        return new Refusal(429, code, message, List.of(), Optional.of(retryAfter));
    }

    /** 403: the caller may know that the thing exists, and may not do this. */
    public static Refusal forbidden(String code, String message) {
        return of(403, code, message);
    }

    /** 404: absent, or not for the caller to know of. */
    public static Refusal notFound(String code, String message) {
        return of(404, code, message);
    }

    /** 409: conflicts with what is there. */
    public static Refusal conflict(String code, String message) {
        return of(409, code, message);
    }

    /** 503: not now; the same request may succeed in a second. */
    public static Refusal busy(String message) {
        return new Refusal(503, "SERVICE_ERROR", message, List.of(), Optional.of(SOON));
    }

    /** Any other status. */
    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, List.of(), Optional.empty());
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** In capitals and underscores, such as {@code SERVER_NOT_FOUND}. */
    public String code() {
        return code;
    }

    /** The fields that break a rule, where more than the message is known of them. */
    public List<InvalidParam> invalidParams() {
        return invalidParams;
    }

    /** When to try again, if that may help. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
