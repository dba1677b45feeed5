package io.handover.events.notification;

import java.util.List;

/** Public keys of notification-service, whose private halves never leave it. */
public record DeliveryKeysOffered(List<DeliveryKey> keys) implements DeliveryKeyEvent {

    @Override
    public String subject() {
        return keys.getFirst().keyId().toString();
    }

    @Override
    public String key() {
        return keys.getFirst().keyId().toString();
    }
}
