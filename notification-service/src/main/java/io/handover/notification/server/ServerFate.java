package io.handover.notification.server;

/** What has become of a server that was asked for. */
public sealed interface ServerFate {

    /** Nothing has been heard yet. */
    record Unknown() implements ServerFate {}

    /** It answers: its password works. */
    record Running() implements ServerFate {}

    /**
     * It never came, or was deleted: its password is of no use.
     *
     * @param reason for people
     */
    record Gone(String reason) implements ServerFate {}
}
