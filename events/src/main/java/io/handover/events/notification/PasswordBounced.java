package io.handover.events.notification;

import io.handover.events.AccountScoped;
import io.handover.events.DeliveryMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A password that its channel had taken did not arrive: the mail came back, or the SMS was not delivered. It is not
 * sent again; another one can be made.
 *
 * @param reason for people; never a secret, and nothing that a provider wrote
 * @param rotateBy how the account wants another password at once, which provisioning then makes; null when it does not
 */
public record PasswordBounced(
        UUID accountId,
        UUID deliveryId,
        UUID serverId,
        DeliveryMethod method,
        String reason,
        @Nullable DeliveryMethod rotateBy)
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
