package io.handover.provisioning.compute;

/** The back end will not do it, however often it is asked. */
public final class ComputeRefused extends RuntimeException {

    private final String reason;

    /**
     * Refused, and why.
     *
     * @param reason for people; never a secret
     */
    public ComputeRefused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** For people. */
    public String reason() {
        return reason;
    }
}
