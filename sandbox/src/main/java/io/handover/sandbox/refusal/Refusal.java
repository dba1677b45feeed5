package io.handover.sandbox.refusal;

/**
 * A request that is refused, and why. It becomes a problem detail (RFC 9457) whose type is the code as a slug. The
 * message is for people and never repeats a secret.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;

    private Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** 401: without the token. */
    public static Refusal unauthorized(String code, String message) {
        return new Refusal(401, code, message);
    }

    /** 404: there is none. */
    public static Refusal notFound(String code, String message) {
        return new Refusal(404, code, message);
    }

    /** 409: conflicts with what is there. */
    public static Refusal conflict(String code, String message) {
        return new Refusal(409, code, message);
    }

    /** 503: not now; the same request may succeed later. */
    public static Refusal unavailable(String code, String message) {
        return new Refusal(503, code, message);
    }

    static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** In capitals and underscores, such as {@code MACHINE_NOT_FOUND}. */
    public String code() {
        return code;
    }
}
