package io.handover.notification.channel;

/** What became of a message. Reasons are for people, and quote nothing: what a provider says may repeat the message. */
public sealed interface SendResult {

    /**
     * The provider has it.
     *
     * @param messageId the provider's
     */
    record Accepted(String messageId) implements SendResult {}

    /** The provider does not take it, and will not. */
    record Refused(String reason) implements SendResult {}

    /** The provider certainly has not taken it, and may later. */
    record TryLater(String reason) implements SendResult {}

    /** The provider may have it: sending again may send it twice. */
    record Uncertain(String reason) implements SendResult {}
}
