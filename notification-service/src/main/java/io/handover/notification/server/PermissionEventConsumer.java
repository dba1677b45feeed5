package io.handover.notification.server;

import io.handover.events.Topics;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.inbox.Inbox;
import io.handover.notification.audit.AuditTrail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class PermissionEventConsumer {

    private static final String CONSUMER = "notification-service.server";

    private final Inbox inbox;
    private final AccessGrants grants;
    private final AuditTrail trail;

    PermissionEventConsumer(Inbox inbox, AccessGrants grants, AuditTrail trail) {
        this.inbox = inbox;
        this.grants = grants;
        this.trail = trail;
    }

    @Incoming("permission-permission")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(
                CONSUMER,
                Topics.PERMISSION_PERMISSION,
                record,
                received -> grants.apply(received.event()).chain(() -> trail.notePermission(received)));
    }
}
