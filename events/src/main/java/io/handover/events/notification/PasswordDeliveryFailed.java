package io.handover.events.notification;

import io.handover.events.AccountScoped;
import io.handover.events.DeliveryMethod;
import java.util.UUID;

/**
 * A password was given up and forgotten.
 *
 * @param reason for people; never a secret
 */
public record PasswordDeliveryFailed(
        UUID accountId, UUID deliveryId, UUID serverId, DeliveryMethod method, String reason)
        implements DeliveryEvent, AccountScoped {

    @Override
    public String subject() {
        return deliveryId.toString();
    }

    @Override
    public String key() {
        return serverId.toString();
    }
}
