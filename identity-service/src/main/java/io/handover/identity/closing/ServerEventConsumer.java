package io.handover.identity.closing;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ServerEventConsumer implements EventConsumer<ServerEvent> {

    private static final String CONSUMER = "identity.closing";

    private final Inbox inbox;
    private final Holdings holdings;

    ServerEventConsumer(Inbox inbox, Holdings holdings) {
        this.inbox = inbox;
        this.holdings = holdings;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public Topic<ServerEvent> topic() {
        return Topics.PROVISIONING_SERVER;
    }

    @Incoming("provisioning-server")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record);
    }

    @Override
    public Uni<Void> apply(Received<ServerEvent> received) {
        return holdings.apply(received.event());
    }
}
