package io.handover.notification.delivery;

import io.handover.notification.channel.SendResult;
import io.handover.notification.channel.SendResult.Accepted;
import io.handover.notification.channel.SendResult.Refused;
import io.handover.notification.channel.SendResult.TryLater;
import io.handover.notification.channel.SendResult.Uncertain;
import io.handover.notification.contact.Contact;
import io.handover.notification.server.ServerFate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a delivery has come, and what comes next. Pure.
 *
 * <pre>
 * awaiting ──► sending ──► delivered ──► bounced
 *    ▲  │       │   │
 *    │  │       │   └────► failed     refused for good, may have been sent, or interrupted
 *    │  │       └──┐
 *    └──┼── later ─┘
 *       ├────────────────► failed     the server, the account or the key is gone, it was cancelled, or its password
 *       │                             was not set
 *       └────────────────► expired
 * shown ─────────────────► failed     in an answer, by somebody else; its password was not set
 * </pre>
 */
public sealed interface DeliveryState {

    /** Added to the reason of what nobody knows the end of. */
    String MAY_HAVE_BEEN_SENT = "; it may have been sent: ask for a new password if it does not arrive";

    /** The reason when its box can't be opened. */
    String WITHOUT_KEY = "its one-time key is gone or served another delivery: ask for a new password";

    /** What is to be done now. */
    DeliveryState next(Surroundings around, Patience patience);

    /** Not over yet: the box is still needed. */
    sealed interface Live extends DeliveryState {}

    /** Over, once and for all. */
    sealed interface Ended extends DeliveryState {

        @Override
        default DeliveryState next(Surroundings around, Patience patience) {
            return this;
        }
    }

    /**
     * Not to be sent before the server has the password, the contact is known, and {@code dueAt} is there.
     *
     * @param attempts so far
     * @param reason why the last attempt was in vain
     */
    record Awaiting(
            int attempts,
            Instant dueAt,
            Instant expiresAt,
            @Nullable String reason) implements Live {

        @Override
        public DeliveryState next(Surroundings around, Patience patience) {
            if (around.server() instanceof ServerFate.Gone(String why)) {
                return new Failed(why);
            }
            if (!around.now().isBefore(expiresAt)) {
                return new Expired(reason == null ? "the server did not run in time" : reason);
            }
            if (!around.keyServes()) {
                return new Failed(WITHOUT_KEY);
            }
            boolean isReady = around.server() instanceof ServerFate.Running
                    && around.contact() instanceof Contact.Known
                    && !around.now().isBefore(dueAt);
            return isReady ? new Sending(attempts + 1, around.now().plus(patience.lease()), expiresAt) : this;
        }
    }

    /**
     * A message is on its way, or its sender died. That is written down before the box is opened, so that nothing is
     * sent twice: who finds it after the lease can't know whether the message went out, and does not send again.
     */
    record Sending(int attempts, Instant leaseUntil, Instant expiresAt) implements Live {

        @Override
        public DeliveryState next(Surroundings around, Patience patience) {
            return around.now().isBefore(leaseUntil) ? this : new Failed("interrupted" + MAY_HAVE_BEEN_SENT);
        }

        /** What the provider's answer leads to. */
        public DeliveryState after(SendResult result, Instant now, Patience patience) {
            return switch (result) {
                case Accepted(String messageId) -> new Delivered(messageId);
                case Refused(String why) -> new Failed(why);
                case Uncertain(String why) -> new Failed(why + MAY_HAVE_BEEN_SENT);
                case TryLater(String why) ->
                    new Awaiting(attempts, now.plus(patience.pauseAfter(attempts)), expiresAt, why);
            };
        }
    }

    /** Somebody else showed it. */
    record Shown() implements Ended {}

    /** The provider has it. */
    record Delivered(String messageId) implements Ended {

        /** What the provider says later. A password that did not arrive is replaced, and never sent again. */
        public Ended after(Receipt receipt) {
            return switch (receipt) {
                case Receipt.Arrived arrived -> this;
                case Receipt.Returned(String why) -> new Bounced(messageId, why);
            };
        }
    }

    /** The provider had it, and could not hand it on. */
    record Bounced(String messageId, String reason) implements Ended {}

    /** It was given up. */
    record Failed(String reason) implements Ended {}

    /** It took too long. */
    record Expired(String reason) implements Ended {}

    /** Somebody does not want it any more; refused once a message may be on its way. */
    default DeliveryState cancelled() {
        return switch (this) {
            case Awaiting awaiting -> new Failed("it was cancelled");
            case Sending sending -> throw DeliveryRefusals.beingSent();
            case Ended ended -> throw DeliveryRefusals.over(name());
        };
    }

    /** There is nobody to send to any more. */
    default DeliveryState accountClosed() {
        return switch (this) {
            case Awaiting awaiting -> new Failed("the account was closed");
            case Sending sending -> new Failed("the account was closed" + MAY_HAVE_BEEN_SENT);
            case Ended ended -> ended;
        };
    }

    /** The server did not take its password. What was sent had been taken. */
    default DeliveryState notSet(String why) {
        return switch (this) {
            case Awaiting awaiting -> new Failed(why);
            case Shown shown -> new Failed(why);
            case Sending sending -> this;
            case Delivered delivered -> this;
            case Bounced bounced -> this;
            case Failed failed -> this;
            case Expired expired -> this;
        };
    }

    /** On the wire. */
    default String name() {
        return switch (this) {
            case Awaiting awaiting -> "awaiting";
            case Sending sending -> "sending";
            case Shown shown -> "shown";
            case Delivered delivered -> "delivered";
            case Bounced bounced -> "bounced";
            case Failed failed -> "failed";
            case Expired expired -> "expired";
        };
    }

    /** Why it is not delivered, or not yet. */
    default @Nullable String why() {
        return switch (this) {
            case Awaiting awaiting -> awaiting.reason();
            case Failed failed -> failed.reason();
            case Expired expired -> expired.reason();
            case Bounced bounced -> bounced.reason();
            case Sending sending -> null;
            case Shown shown -> null;
            case Delivered delivered -> null;
        };
    }
}
