package io.handover.provisioning.credential;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryKeyEvent;
import io.handover.events.notification.DeliveryKeysOffered;
import io.handover.events.notification.UnknownDeliveryKeyEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class DeliveryKeyEventConsumer implements EventConsumer<DeliveryKeyEvent> {

    private static final String CONSUMER = "provisioning.credential";

    private final Inbox inbox;
    private final OfferedKeys keys;
    private final Clock clock;

    DeliveryKeyEventConsumer(Inbox inbox, OfferedKeys keys, Clock clock) {
        this.inbox = inbox;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public Topic<DeliveryKeyEvent> topic() {
        return Topics.NOTIFICATION_DELIVERY_KEY;
    }

    @Incoming("notification-delivery-key")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record);
    }

    @Override
    public Uni<Void> apply(Received<DeliveryKeyEvent> received) {
        return switch (received.event()) {
            case DeliveryKeysOffered offered -> keys.keep(offered.keys(), clock.instant());
            case UnknownDeliveryKeyEvent ignored -> Uni.createFrom().voidItem();
        };
    }
}
