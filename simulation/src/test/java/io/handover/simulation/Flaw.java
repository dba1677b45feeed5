package io.handover.simulation;

/** What could be wrong with the product, each to be found: a checker that has never failed proves nothing. */
enum Flaw {
    /** A message whose sender died is sent again, for it may not have gone out. */
    SENDS_AT_LEAST_ONCE,
    /** A sender writes down what became of its message, whoever has ended the delivery meanwhile. */
    OVERTAKEN_SENDER_WRITES,
    /** A replica goes on with a deployment that somebody else has taken further. */
    OVERTAKEN_REPLICA_WRITES,
    /** What is undone leaves its disks behind. */
    UNDO_FORGETS_DISKS,
    /** A back end makes what it was told to remove, when it is told so late. */
    BACK_END_FORGETS_REMOVALS,
    /** A back end sets a password that is older than the last. */
    BACK_END_SETS_OLDER_PASSWORDS,
    /** An event that is read again has its effect again. */
    NO_INBOX,
    /** An event is said after the commit of what it tells, and not with it. */
    NO_OUTBOX,
    /** Another password is sent before the server has it. */
    SENDS_BEFORE_IT_IS_SET,
    /** The key to a password stays when its delivery has ended. */
    KEEPS_KEYS,
    /** The hash stays in the deployment after the machine has it. */
    KEEPS_HASHES,
    /** A request does not wait for what its gateway knows to have changed. */
    WAITS_FOR_NO_VERSION
}
