package io.handover.provisioning.access;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PermissionEventConsumer implements EventConsumer<PermissionEvent> {

    private static final String CONSUMER = "provisioning.access";

    private final Inbox inbox;
    private final AccessGrants grants;

    PermissionEventConsumer(Inbox inbox, AccessGrants grants) {
        this.inbox = inbox;
        this.grants = grants;
    }

    @Override
    public String name() {
        return CONSUMER;
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
        return grants.apply(received.event());
    }
}
