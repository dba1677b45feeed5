package io.handover.events.notification;

import java.util.List;

/** Public keys of notification-service, each for one password. Their private halves never leave it. */
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
