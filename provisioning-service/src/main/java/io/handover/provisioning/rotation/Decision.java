package io.handover.provisioning.rotation;

import io.handover.provisioning.compute.ComputeRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from an attempt to set a password. */
public sealed interface Decision {

    /** Root logs in with it now. */
    record Set() implements Decision {}

    /** It will not be this server's. */
    record GiveUp(String reason) implements Decision {}

    /** The same again, after a pause that grows: setting it twice changes nothing. */
    record TryAgain() implements Decision {}

    /** The last attempt may have been in time, and only its answer was lost. */
    String LOST = "the back end did not answer in time; the old password may have gone all the same";

    /** Why an attempt is not worth it any more, if so. */
    static Optional<String> inVain(boolean serverIsThere, boolean deliveryIsOver) {
        if (!serverIsThere) {
            return Optional.of("the server was deleted");
        }
        return deliveryIsOver ? Optional.of("its delivery had ended before") : Optional.empty();
    }

    /**
     * Decides.
     *
     * @param failure null when the back end has done it
     */
    static Decision after(@Nullable Throwable failure, boolean late) {
        return switch (failure) {
            case null -> new Set();
            case ComputeRefused refused -> new GiveUp(refused.reason());
            default -> late ? new GiveUp(LOST) : new TryAgain();
        };
    }
}
