package io.handover.provisioning.delivery;

/** Where the hand-over of a password stands. */
public enum DeliveryState {
    /** On its way, or waiting for its server. */
    PENDING,
    /** It was in the answer to the request that made it. */
    SHOWN,
    /** Its channel has it. */
    DELIVERED,
    /** Its channel had it, and could not hand it on. */
    BOUNCED,
    /** It was given up, or never came to be its server's. */
    FAILED;

    /** Whether this may follow; an end is one once and for all, but what was shown may turn out to be of no use. */
    boolean leadsTo(DeliveryState next) {
        return switch (this) {
            case PENDING -> next == DELIVERED || next == BOUNCED || next == FAILED;
            case SHOWN -> next == FAILED;
            case DELIVERED -> next == BOUNCED;
            case BOUNCED, FAILED -> false;
        };
    }
}
