package io.handover.identity.closing;

import io.handover.events.Topics;
import io.handover.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ServerEventConsumer {

    private static final String CONSUMER = "identity.closing";

    private final Inbox inbox;
    private final Holdings holdings;

    ServerEventConsumer(Inbox inbox, Holdings holdings) {
        this.inbox = inbox;
        this.holdings = holdings;
    }

    @Incoming("provisioning-server")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(CONSUMER, Topics.PROVISIONING_SERVER, record, received -> holdings.apply(received.event()));
    }
}
