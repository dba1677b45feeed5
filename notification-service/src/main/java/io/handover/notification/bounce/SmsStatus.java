package io.handover.notification.bounce;

import io.handover.notification.delivery.Receipt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Twilio's {@code MessageStatus} means. Pure. */
final class SmsStatus {

    private SmsStatus() {}

    /** Empty when nothing is decided yet: queued, sending, sent, and whatever Twilio may add. */
    static Optional<Receipt> judge(@Nullable String status, @Nullable String errorCode) {
        return switch (status) {
            case "delivered" -> Optional.of(new Receipt.Arrived());
            case "undelivered", "failed" ->
                Optional.of(new Receipt.Returned("the SMS was not delivered" + code(errorCode)));
            case null, default -> Optional.empty();
        };
    }

    private static String code(@Nullable String errorCode) {
        return errorCode != null && errorCode.matches("\\d{1,6}") ? " (error " + errorCode + ")" : "";
    }
}
