package io.handover.identity.member;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.permission.MemberAccessApplied;
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

    private static final String CONSUMER = "identity.member";

    private final Inbox inbox;
    private final AccessGrants grants;
    private final AppliedAccess applied;

    PermissionEventConsumer(Inbox inbox, AccessGrants grants, AppliedAccess applied) {
        this.inbox = inbox;
        this.grants = grants;
        this.applied = applied;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public Topic<PermissionEvent> topic() {
        return Topics.PERMISSION_PERMISSION;
    }

    @Incoming("permission-permission")
    Uni<Void> on(ConsumerRecord<String, String> record) {
        return inbox.once(this, record);
    }

    @Override
    public Uni<Void> apply(Received<PermissionEvent> received) {
        return received.event() instanceof MemberAccessApplied done
                ? applied.note(done.requestId())
                : grants.apply(received.event());
    }
}
