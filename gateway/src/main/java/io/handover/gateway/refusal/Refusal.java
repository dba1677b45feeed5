package io.handover.gateway.refusal;

import java.time.Duration;
import java.util.Map;

/**
 * A request that is refused, and why. On {@code /1.3} its code is UpCloud's {@code error_code}; elsewhere it becomes a
 * problem detail (RFC 9457) whose type is the code as a slug. The message is for people and never repeats a secret.
 */
public final class Refusal extends RuntimeException {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    private Refusal(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    /** Any status that needs no header. */
    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, Map.of());
    }

    /** 400: the request itself is malformed. */
    public static Refusal malformed(String message) {
        return of(400, "REQUEST_INVALID", message);
    }

    /** 401, with the challenge of RFC 7617; the same text for every reason. */
    public static Refusal unauthenticated() {
        return new Refusal(
                401,
                "AUTHENTICATION_FAILED",
                "Authentication failed using the given username and password.",
                Map.of("WWW-Authenticate", "Basic realm=\"handover\", charset=\"UTF-8\""));
    }

    /** 404: no service has such a path. */
    public static Refusal unknownPath(String path) {
        return of(404, "NOT_FOUND", "There is nothing at " + path + ".");
    }

    /** 405, with the methods that are answered (RFC 9110, section 15.5.6). */
    public static Refusal methodNotAllowed(String allowed) {
        return new Refusal(405, "METHOD_NOT_ALLOWED", "This method is never answered.", Map.of("Allow", allowed));
    }

    /** 429: too often; when to come back, rounded up to seconds. */
    public static Refusal tooOften(Duration wait) {
        return new Refusal(429, "TOO_MANY_REQUESTS", "Too many requests. Try again later.", retryAfter(wait));
    }

    /** 503: nothing has happened; the same request may succeed in a second. */
    public static Refusal unavailable() {
        return new Refusal(503, "SERVICE_ERROR", "The service is not available. Try again.", retryAfter(SOON));
    }

    /** 503: what all clients send at once takes the room there is. */
    public static Refusal noRoom() {
        return new Refusal(503, "SERVICE_ERROR", "Too much is being sent at once. Try again.", retryAfter(SOON));
    }

    /** 502: the service went away before it answered; what was asked for may have happened. */
    public static Refusal answerLost() {
        return of(502, "SERVICE_ERROR", "The service's answer was lost. Look before you try again.");
    }

    /** 504: the service took too long; what was asked for may still happen. */
    public static Refusal answerLate() {
        return of(504, "SERVICE_ERROR", "The service did not answer in time. Look before you try again.");
    }

    /** 504: done, but some service may not know of it yet. */
    public static Refusal notInForce() {
        return of(
                504,
                "SERVICE_ERROR",
                "It is done, but may not be in force everywhere yet. Look before you rely on it.");
    }

    /** 500: our fault. */
    public static Refusal ourFault() {
        return of(500, "SERVICE_ERROR", "Your request could not be fulfilled. It was our fault.");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** In capitals and underscores, such as {@code AUTHENTICATION_FAILED}. */
    public String code() {
        return code;
    }

    /** Headers that go with it, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return headers;
    }

    private static Map<String, String> retryAfter(Duration wait) {
        long seconds = wait.plus(Duration.ofSeconds(1)).minusNanos(1).toSeconds();
        return Map.of("Retry-After", Long.toString(Math.max(1, seconds)));
    }
}
