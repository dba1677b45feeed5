package io.handover.notification.delivery;

import io.handover.events.PasswordOccasion;
import io.handover.notification.channel.SendResult;
import io.handover.notification.delivery.DeliveryState.Awaiting;
import io.handover.notification.delivery.DeliveryState.Bounced;
import io.handover.notification.delivery.DeliveryState.Delivered;
import io.handover.notification.delivery.DeliveryState.Sending;
import io.handover.notification.delivery.DeliveryState.Shown;
import io.handover.notification.server.ServerFate;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery as far as its life depends on it, and how it goes on: whatever is heard, in whatever order and however
 * often. Pure.
 *
 * @param occasion why there is a password
 * @param passwordSet whether the server is said to have taken it
 * @param receipt what the provider said of the message since it took it
 */
public record Life(DeliveryState state, PasswordOccasion occasion, boolean passwordSet, Optional<Receipt> receipt) {

    private static final String NOT_SET = "the server has not taken the password yet";

    /** Of a password that is to be sent. */
    public static Life sealed(PasswordOccasion occasion, Instant now, Instant expiresAt) {
        String waitsFor = occasion == PasswordOccasion.DEPLOYMENT ? null : NOT_SET;
        return new Life(new Awaiting(0, now, expiresAt, waitsFor), occasion, false, Optional.empty());
    }

    /** Of a password that somebody else showed. */
    public static Life shown(PasswordOccasion occasion) {
        return new Life(new Shown(), occasion, false, Optional.empty());
    }

    /** What is to be done now. */
    public Life next(Surroundings around, Patience patience) {
        return become(state.next(around.withServer(fate(around.server())), patience));
    }

    /** A message was handed to the provider; nothing follows when somebody has ended that attempt meanwhile. */
    public Life sent(Sending attempt, SendResult result, Instant now, Patience patience) {
        boolean isStill = state instanceof Sending sending && sending.attempts() == attempt.attempts();
        return isStill ? become(attempt.after(result, now, patience)) : this;
    }

    /** Root logs in with it from now on. */
    public Life passwordIsSet() {
        DeliveryState next = state instanceof Awaiting awaiting && NOT_SET.equals(awaiting.reason())
                ? new Awaiting(awaiting.attempts(), awaiting.dueAt(), awaiting.expiresAt(), null)
                : state;
        return new Life(next, occasion, true, receipt);
    }

    /** Root never logs in with it. */
    public Life passwordIsNotSet(String why) {
        return become(state.notSet(why));
    }

    /** Somebody does not want it any more; refused once a message may be on its way. */
    public Life cancelled() {
        return become(state.cancelled());
    }

    /**
     * The provider says what became of a message it took; its first word counts. It may come before the provider's
     * answer is written down.
     */
    public Life heard(Receipt said) {
        boolean counts = receipt.isEmpty() && (state instanceof Sending || state instanceof Delivered);
        return counts ? new Life(state, occasion, passwordSet, Optional.of(said)) : this;
    }

    /** Where the provider's word leads a delivery that had succeeded; empty when it stays so. */
    public Optional<Bounced> bounce() {
        return state instanceof Delivered delivered
                        && receipt.map(delivered::after).orElse(delivered) instanceof Bounced bounced
                ? Optional.of(bounced)
                : Optional.empty();
    }

    /** Goes over to a state. */
    public Life become(DeliveryState next) {
        return new Life(next, occasion, passwordSet, receipt);
    }

    /**
     * What the fate of its server means for it. The password of a deployment works as soon as the server runs, another
     * one when it is said to.
     */
    private ServerFate fate(ServerFate server) {
        if (occasion == PasswordOccasion.DEPLOYMENT || server instanceof ServerFate.Gone) {
            return server;
        }
        return passwordSet ? new ServerFate.Running() : new ServerFate.Unknown();
    }
}
