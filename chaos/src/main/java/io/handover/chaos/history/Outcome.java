package io.handover.chaos.history;

/** What a client knows of what it asked for. */
public enum Outcome {
    /** It was done. */
    ACKNOWLEDGED,
    /** Nothing was done. */
    REFUSED,
    /** There was no answer, or one that says that nobody knows. It may also still happen. */
    UNKNOWN;

    private static final int SUCCESS = 200;
    private static final int REDIRECTION = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    /** A service that is not there or not ready has done nothing. */
    private static final int UNAVAILABLE = 503;

    /** What a status of HTTP says. */
    public static Outcome of(int status) {
        if (status >= SUCCESS && status < REDIRECTION) {
            return ACKNOWLEDGED;
        }
        boolean refused = (status >= CLIENT_ERROR && status < SERVER_ERROR) || status == UNAVAILABLE;
        return refused ? REFUSED : UNKNOWN;
    }
}
