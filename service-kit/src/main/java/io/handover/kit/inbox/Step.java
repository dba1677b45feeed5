package io.handover.kit.inbox;

import java.util.Optional;
import java.util.UUID;

/**
 * What came of the first dead letter of a line.
 *
 * @param goesOn whether the next one is to be tried
 */
record Step(boolean isApplied, boolean goesOn, Optional<Released.Failed> failed) {

    static final Step APPLIED = new Step(true, true, Optional.empty());

    /** Somebody else has taken care of it. */
    static final Step GONE = new Step(false, true, Optional.empty());

    /** There is none left. */
    static final Step END = new Step(false, false, Optional.empty());

    static Step failed(UUID id, String cause) {
        return new Step(false, false, Optional.of(new Released.Failed(id, cause)));
    }
}
