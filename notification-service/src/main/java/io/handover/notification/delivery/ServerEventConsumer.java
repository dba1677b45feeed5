package io.handover.notification.delivery;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.handover.notification.audit.AuditTrail;
import io.handover.notification.server.Servers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Here and not beside {@link Servers}, because deliveries wait for what it hears. */
@ApplicationScoped
class ServerEventConsumer implements EventConsumer<ServerEvent> {

    private static final String CONSUMER = "notification-service.delivery.server";

    private final Inbox inbox;
    private final Servers servers;
    private final DeliveryWorker worker;
    private final AuditTrail trail;

    ServerEventConsumer(Inbox inbox, Servers servers, DeliveryWorker worker, AuditTrail trail) {
        this.inbox = inbox;
        this.servers = servers;
        this.worker = worker;
        this.trail = trail;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public Topic<ServerEvent> topic() {
        return Topics.PROVISIONING_SERVER;
    }

    @Override
    public boolean guardsAccess() {
        return true;
    }

    @Incoming("provisioning-server")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record).invoke(worker::wake);
    }

    @Override
    public Uni<Void> apply(Received<ServerEvent> received) {
        return servers.apply(received.event()).chain(() -> trail.noteServer(received));
    }
}
