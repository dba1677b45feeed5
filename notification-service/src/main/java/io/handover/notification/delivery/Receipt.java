package io.handover.notification.delivery;

/** What a provider says of a message after it took it. */
public sealed interface Receipt {

    /** It is in the hands of its recipient. */
    record Arrived() implements Receipt {}

    /**
     * It will not arrive.
     *
     * @param reason for people; holds codes only, because what a provider writes may repeat the message
     */
    record Returned(String reason) implements Receipt {}
}
