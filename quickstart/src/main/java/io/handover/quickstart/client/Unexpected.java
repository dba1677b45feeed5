package io.handover.quickstart.client;

/** What did not go as it must, in words for who watches. */
public final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what. */
    public Unexpected(String message) {
        super(message);
    }
}
