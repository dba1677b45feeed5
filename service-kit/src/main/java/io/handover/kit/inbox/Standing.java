package io.handover.kit.inbox;

/** Where an event stands with a consumer. */
enum Standing {
    /** It is noted down now, and to be applied. */
    FIRST,
    /** It was applied before, or its account is closed. */
    AGAIN,
    /** It, or an earlier one of its key, is among the dead letters. */
    BEHIND
}
