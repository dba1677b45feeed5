package io.handover.events.notification;

import io.handover.events.AccountScoped;
import io.handover.events.DeliveryMethod;
import java.util.UUID;

/** A password was handed to its channel and forgotten. */
public record PasswordDelivered(UUID accountId, UUID deliveryId, UUID serverId, DeliveryMethod method)
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
