package io.handover.test.notebook;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PermissionEventConsumer {

    private final Inbox inbox;
    private final Notebook notebook;

    PermissionEventConsumer(Inbox inbox, Notebook notebook) {
        this.inbox = inbox;
        this.notebook = notebook;
    }

    @Incoming("permission-permission")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(
                "notebook.note",
                Topics.PERMISSION_PERMISSION,
                record,
                received -> received.event() instanceof PermissionGranted granted
                        ? notebook.note(granted)
                        : Uni.createFrom().voidItem());
    }
}
