package io.handover.notification.delivery;

import io.handover.notification.delivery.DeliveryState.Awaiting;
import io.handover.notification.delivery.DeliveryState.Bounced;
import io.handover.notification.delivery.DeliveryState.Delivered;
import io.handover.notification.delivery.DeliveryState.Expired;
import io.handover.notification.delivery.DeliveryState.Failed;
import io.handover.notification.delivery.DeliveryState.Sending;
import io.handover.notification.delivery.DeliveryState.Shown;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the owner of a server can do about a delivery. Pure. */
final class Advice {

    private Advice() {}

    /** Null when there is nothing to be done. */
    static @Nullable String on(DeliveryState state, UUID serverId) {
        return switch (state) {
            case Bounced bounced -> another(serverId);
            case Failed failed -> another(serverId);
            case Expired expired -> another(serverId);
            case Awaiting awaiting -> null;
            case Sending sending -> null;
            case Shown shown -> null;
            case Delivered delivered -> null;
        };
    }

    private static String another(UUID serverId) {
        return "It is not sent again. If the server is there, POST /v1/servers/" + serverId
                + "/password makes another one.";
    }
}
