package io.handover.notification.channel;

import io.handover.events.DeliveryMethod;
import io.smallrye.mutiny.Uni;

/** A way to reach somebody. */
interface Channel {

    /** Which. */
    DeliveryMethod method();

    /** Whether it is configured. */
    boolean isReady();

    /** Hands over at most once. Whatever goes wrong is a result, not a failure. */
    Uni<SendResult> send(PasswordMessage message);
}
