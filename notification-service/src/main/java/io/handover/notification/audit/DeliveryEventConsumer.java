package io.handover.notification.audit;

import io.handover.events.Topics;
import io.handover.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what this service says itself; of the other topics those hear who have more to do with them. */
@ApplicationScoped
class DeliveryEventConsumer {

    private static final String CONSUMER = "notification-service.audit";

    private final Inbox inbox;
    private final AuditTrail trail;

    DeliveryEventConsumer(Inbox inbox, AuditTrail trail) {
        this.inbox = inbox;
        this.trail = trail;
    }

    @Incoming("notification-delivery")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(CONSUMER, Topics.NOTIFICATION_DELIVERY, record, trail::noteDelivery);
    }
}
