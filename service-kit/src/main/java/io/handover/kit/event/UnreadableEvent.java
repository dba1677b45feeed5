package io.handover.kit.event;

/** A record that is not the CloudEvent its headers claim; it will not get better by trying again. */
public final class UnreadableEvent extends RuntimeException {

    /**
     * A record that can't be read.
     *
     * @param message what is wrong, without the data
     */
    public UnreadableEvent(String message) {
        super(message);
    }
}
