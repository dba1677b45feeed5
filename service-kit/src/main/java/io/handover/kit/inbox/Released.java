package io.handover.kit.inbox;

import java.util.Optional;
import java.util.UUID;

/**
 * What came of letting events through that were put aside.
 *
 * @param applied how many were, one after the other
 * @param failed the one that can't be applied yet; it is put aside, with what follows
 */
public record Released(int applied, Optional<Failed> failed) {

    /**
     * A dead letter that stays one.
     *
     * @param cause why, without what the event holds
     */
    public record Failed(UUID id, String cause) {}
}
