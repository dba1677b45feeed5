package io.handover.notification.delivery;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.RootPasswordNotSet;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.events.provisioning.UnknownCredentialEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.handover.notification.audit.AuditTrail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class CredentialEventConsumer implements EventConsumer<CredentialEvent> {

    private static final String CONSUMER = "notification-service.delivery.credential";

    private final Inbox inbox;
    private final DeliveryService deliveries;
    private final DeliveryWorker worker;
    private final AuditTrail trail;

    CredentialEventConsumer(Inbox inbox, DeliveryService deliveries, DeliveryWorker worker, AuditTrail trail) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.worker = worker;
        this.trail = trail;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public Topic<CredentialEvent> topic() {
        return Topics.PROVISIONING_CREDENTIAL;
    }

    @Incoming("provisioning-credential")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record).invoke(worker::wake);
    }

    @Override
    public Uni<Void> apply(Received<CredentialEvent> received) {
        return apply(received.event()).chain(() -> trail.noteCredential(received));
    }

    private Uni<Void> apply(CredentialEvent event) {
        return switch (event) {
            case PasswordGenerated generated -> deliveries.expect(generated);
            case PasswordShown shown -> deliveries.note(shown);
            case RootPasswordSet set -> deliveries.passwordIsSet(set.deliveryId());
            case RootPasswordNotSet refused -> deliveries.passwordIsNotSet(refused.deliveryId(), refused.reason());
            case UnknownCredentialEvent ignored -> Uni.createFrom().voidItem();
        };
    }
}
