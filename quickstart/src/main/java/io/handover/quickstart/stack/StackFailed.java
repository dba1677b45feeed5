package io.handover.quickstart.stack;

/** Why the stack does not run, in words for the person who started it. */
public final class StackFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says why. */
    public StackFailed(String message) {
        super(message);
    }
}
