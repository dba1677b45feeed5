package io.handover.kit.inbox;

/**
 * An event lies among the dead letters. It fails the record, which the connector then publishes to
 * {@code <topic>.dead}; its message becomes the header {@code dead-letter-reason}. It has no stack: nothing is wrong
 * here.
 */
final class PutAside extends RuntimeException {

    private static final long serialVersionUID = 1;

    PutAside(String reason) {
        super(reason, null, false, false);
    }
}
