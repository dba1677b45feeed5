package io.handover.test.notebook;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PermissionEventConsumer implements EventConsumer<PermissionEvent> {

    private final Inbox inbox;
    private final Notebook notebook;

    PermissionEventConsumer(Inbox inbox, Notebook notebook) {
        this.inbox = inbox;
        this.notebook = notebook;
    }

    @Override
    public String name() {
        return "notebook.note";
    }

    @Override
    public Topic<PermissionEvent> topic() {
        return Topics.PERMISSION_PERMISSION;
    }

    @Override
    public boolean guardsAccess() {
        return true;
    }

    @Incoming("permission-permission")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record);
    }

    @Override
    public Uni<Void> apply(Received<PermissionEvent> received) {
        return received.event() instanceof PermissionGranted granted
                ? notebook.note(granted)
                : Uni.createFrom().voidItem();
    }
}
