package io.handover.permission.cascade;

import io.handover.events.Topic;
import io.handover.events.Topics;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.events.provisioning.StorageDetached;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.events.provisioning.UnknownServerEvent;
import io.handover.kit.inbox.EventConsumer;
import io.handover.kit.inbox.Inbox;
import io.handover.kit.inbox.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ServerEventConsumer implements EventConsumer<ServerEvent> {

    private static final String CONSUMER = "permission.target";

    private final Inbox inbox;
    private final TargetCascade targets;

    ServerEventConsumer(Inbox inbox, TargetCascade targets) {
        this.inbox = inbox;
        this.targets = targets;
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
        return apply(received.event());
    }

    private Uni<Void> apply(ServerEvent event) {
        return switch (event) {
            case ServerRequested requested -> targets.add(requested);
            case ServerDeploymentFailed failed -> targets.loseServer(failed.accountId(), failed.serverId());
            case ServerDeleted deleted -> targets.loseServer(deleted.accountId(), deleted.serverId());
            case StorageCreated created -> targets.add(created);
            case StorageDeleted deleted -> targets.loseStorage(deleted);
            case StorageAttached attached -> targets.attach(attached);
            case StorageDetached detached -> targets.detach(detached);
            case TagCreated created -> targets.add(created);
            case TagRenamed renamed -> targets.rename(renamed);
            case TagDeleted deleted -> targets.forget(deleted);
            case ServerTagged tagged -> targets.tag(tagged);
            case ServerUntagged untagged -> targets.untag(untagged);
            case ServerDeployed ignored -> Uni.createFrom().voidItem();
            case ServerStarted ignored -> Uni.createFrom().voidItem();
            case ServerStopped ignored -> Uni.createFrom().voidItem();
            case UnknownServerEvent ignored -> Uni.createFrom().voidItem();
        };
    }
}
