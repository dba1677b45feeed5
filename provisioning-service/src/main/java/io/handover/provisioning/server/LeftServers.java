package io.handover.provisioning.server;

import io.handover.events.Topics;
import io.handover.kit.outbox.Outbox;
import io.handover.provisioning.deployment.Deployments;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.job.Progress;
import io.handover.provisioning.storage.ServerDisks;
import io.handover.provisioning.tag.Tags;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The servers that a closed account leaves behind. */
@ApplicationScoped
public class LeftServers {

    private static final int SOME = 20;

    private final ServerRepository servers;
    private final Deployments deployments;
    private final ServerDisks disks;
    private final Tags tags;
    private final Outbox outbox;
    private final Jobs jobs;

    LeftServers(
            ServerRepository servers, Deployments deployments, ServerDisks disks, Tags tags, Outbox outbox, Jobs jobs) {
        this.servers = servers;
        this.deployments = deployments;
        this.disks = disks;
        this.tags = tags;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /**
     * Deletes some, in the present transaction, whatever they are doing; one that is being deployed is given up first,
     * and deleted when that is undone.
     */
    public Uni<Progress> deleteSome(UUID accountId) {
        return servers.some(accountId, SOME)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::delete)
                        .collect()
                        .asList())
                .map(LeftServers::progress);
    }

    /** By whether each was deleted. */
    private static Progress progress(List<Boolean> deleted) {
        if (deleted.isEmpty()) {
            return new Progress.Done();
        }
        return deleted.contains(true) ? new Progress.Next() : new Progress.Later();
    }

    private Uni<Boolean> delete(UUID serverId) {
        return deployments
                .giveUp(serverId)
                .chain(isThere -> isThere
                        ? Uni.createFrom().item(false)
                        : servers.lock(serverId)
                                .chain(found -> found.map(this::delete)
                                        .orElse(Uni.createFrom().voidItem()))
                                .replaceWith(true));
    }

    private Uni<Void> delete(Server server) {
        UUID id = server.id();
        return disks.detachAll(server.accountId(), id)
                .chain(() -> tags.clear(id))
                .chain(() -> servers.remove(server))
                .chain(() -> jobs.put(RemoveMachine.KIND, id))
                .chain(() -> outbox.record(Topics.PROVISIONING_SERVER, server.deleted()));
    }
}
