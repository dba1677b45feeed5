package io.handover.test.notebook;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.TagCreated;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Of what decides nothing. */
@ApplicationScoped
class ServerEventConsumer implements EventConsumer<ServerEvent> {

    private final Inbox inbox;
    private final Notebook notebook;

    ServerEventConsumer(Inbox inbox, Notebook notebook) {
        this.inbox = inbox;
        this.notebook = notebook;
    }

    @Override
    public String name() {
        return "notebook.tag";
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
        return received.event() instanceof TagCreated created
                ? notebook.note(created)
                : Uni.createFrom().voidItem();
    }
}
