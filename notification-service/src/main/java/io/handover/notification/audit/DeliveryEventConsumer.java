package io.handover.notification.audit;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what this service says itself; of the other topics those hear who have more to do with them. */
@ApplicationScoped
class DeliveryEventConsumer implements EventConsumer<DeliveryEvent> {

    private static final String CONSUMER = "notification-service.audit";

    private final Inbox inbox;
    private final AuditTrail trail;

    DeliveryEventConsumer(Inbox inbox, AuditTrail trail) {
        this.inbox = inbox;
        this.trail = trail;
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
        return trail.noteDelivery(received);
    }
}
