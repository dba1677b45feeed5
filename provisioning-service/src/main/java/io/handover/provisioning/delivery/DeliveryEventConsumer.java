package io.handover.provisioning.delivery;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordBounced;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.notification.UnknownDeliveryEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class DeliveryEventConsumer implements EventConsumer<DeliveryEvent> {

    private static final String CONSUMER = "provisioning.delivery";

    private final Inbox inbox;
    private final PasswordDeliveries deliveries;

    DeliveryEventConsumer(Inbox inbox, PasswordDeliveries deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public Topic<DeliveryEvent> topic() {
        return Topics.NOTIFICATION_DELIVERY;
    }

    @Incoming("notification-delivery")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record);
    }

    @Override
    public Uni<Void> apply(Received<DeliveryEvent> received) {
        return switch (received.event()) {
            case PasswordDelivered it ->
                deliveries.end(it.deliveryId(), DeliveryState.DELIVERED, null, received.occurredAt());
            case PasswordDeliveryFailed it ->
                deliveries.end(it.deliveryId(), DeliveryState.FAILED, it.reason(), received.occurredAt());
            case PasswordBounced it -> deliveries.comeBack(it, received.occurredAt());
            case UnknownDeliveryEvent ignored -> Uni.createFrom().voidItem();
        };
    }
}
