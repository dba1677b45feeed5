package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import java.util.List;
import java.util.Locale;

/** Incus said no, or an operation failed. Whether it is worth asking again is in its words only. */
final class IncusFailure extends RuntimeException {

    static final int NOT_FOUND = 404;

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final List<String> FULL = List.of("no space left", "out of disk space", "quota exceeded");
    private static final List<String> TAKEN = List.of(
            "address already in use",
            // All that is said of a proxy that cannot listen.
            "failed to receive fd from listener process",
            "already defined on another nic");

    private static final List<String> DONE = List.of("already running", "already stopped");

    private final int status;
    private final boolean operation;
    private final String text;
    private final String words;

    private IncusFailure(int status, boolean operation, String words) {
        super(words, null, false, false);
        this.status = status;
        this.operation = operation;
        this.text = words;
        this.words = words.toLowerCase(Locale.ROOT);
    }

    /** A request was refused. */
    static IncusFailure answered(int status, String words) {
        return new IncusFailure(
                status, false, status == FORBIDDEN ? "Incus does not trust the client certificate: " + words : words);
    }

    /** An operation ended badly. */
    static IncusFailure ended(int status, String words) {
        return new IncusFailure(status, true, words);
    }

    /** An operation goes on; whoever asks again finds out how it ends. */
    static IncusFailure underWay(String what) {
        return new IncusFailure(0, true, what + " is under way still");
    }

    /** The same, as the end of an operation: another 404 than that of what it is about. */
    IncusFailure ofOperation() {
        return ended(status, text);
    }

    boolean isNotFound() {
        return status == NOT_FOUND && !operation;
    }

    /** The address that a server was to have is somebody else's. */
    boolean isAddressTaken() {
        return says(TAKEN);
    }

    /** It is started, or stopped, already. */
    boolean isDone() {
        return says(DONE);
    }

    /** Something else goes on with the instance, and will have ended soon. */
    boolean isBusy() {
        return words.contains("busy running");
    }

    /** As what a driver fails with: refused when repeating cannot help; a wrong certificate can be mended meanwhile. */
    Throwable asDriversDo() {
        if (says(FULL)) {
            return new ComputeRefused("the storage pool is full");
        }
        return status == BAD_REQUEST && !operation ? new ComputeRefused("Incus refused: " + text) : this;
    }

    private boolean says(List<String> any) {
        return any.stream().anyMatch(words::contains);
    }
}
