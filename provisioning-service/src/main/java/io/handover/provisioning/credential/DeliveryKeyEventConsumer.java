package io.handover.provisioning.credential;

import io.handover.events.Topics;
import io.handover.events.notification.DeliveryKeysOffered;
import io.handover.events.notification.UnknownDeliveryKeyEvent;
import io.handover.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class DeliveryKeyEventConsumer {

    private static final String CONSUMER = "provisioning.credential";

    private final Inbox inbox;
    private final OfferedKeys keys;
    private final Clock clock;

    DeliveryKeyEventConsumer(Inbox inbox, OfferedKeys keys, Clock clock) {
        this.inbox = inbox;
        this.keys = keys;
        this.clock = clock;
    }

    @Incoming("notification-delivery-key")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(CONSUMER, Topics.NOTIFICATION_DELIVERY_KEY, record, received -> switch (received.event()) {
            case DeliveryKeysOffered offered -> keys.keep(offered.keys(), clock.instant());
            case UnknownDeliveryKeyEvent ignored -> Uni.createFrom().voidItem();
        });
    }
}
