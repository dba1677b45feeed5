package io.handover.provisioning.server;

import io.handover.events.Topics;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.deployment.Deployments;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.storage.ServerDisks;
import io.handover.provisioning.tag.Tags;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What callers do with the servers they may control. */
@ApplicationScoped
public class Servers {

    private final ServerRepository servers;
    private final ServerDisks disks;
    private final Tags tags;
    private final Catalogue catalogue;
    private final ServerLimits limits;
    private final Deployments deployments;
    private final Clock clock;
    private final Outbox outbox;
    private final Jobs jobs;

    Servers(
            ServerRepository servers,
            ServerDisks disks,
            Tags tags,
            Catalogue catalogue,
            ServerLimits limits,
            Deployments deployments,
            Clock clock,
            Outbox outbox,
            Jobs jobs) {
        this.servers = servers;
        this.disks = disks;
        this.tags = tags;
        this.catalogue = catalogue;
        this.limits = limits;
        this.deployments = deployments;
        this.clock = clock;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    @WithSession
    Uni<List<ServerItem>> list(Caller caller, ServerQuery query) {
        return servers.list(caller, query.conditions(catalogue), query.order(), query.page());
    }

    @WithSession
    Uni<List<Label>> labels(Caller caller) {
        return servers.labels(caller);
    }

    /** The addresses of all servers that the caller may control. */
    @WithSession
    Uni<List<IpAddressView>> addresses(Caller caller) {
        return servers.visibleTo(caller)
                .map(visible -> visible.stream().flatMap(IpAddressView::of).toList());
    }

    @WithSession
    Uni<ServerView> details(Caller caller, UUID serverId) {
        return visible(caller, serverId).chain(this::view);
    }

    /** Where to log in to a server, by its id as a caller wrote it. */
    @WithSession
    public Uni<Login> login(Caller caller, String serverId) {
        return visible(caller, ServerRules.id(serverId)).map(Server::login);
    }

    /** The id of a server that the caller may control; refused when it may not, or there is none. */
    public Uni<UUID> controlled(Caller caller, String serverId) {
        return visible(caller, ServerRules.id(serverId)).map(Server::id);
    }

    /** The same, and nobody else's to change until the present transaction ends. */
    public Uni<UUID> lock(Caller caller, String serverId) {
        return locked(caller, ServerRules.id(serverId)).map(Server::id);
    }

    /** The same, as a guest that can be given a password; refused when it can't. */
    public Uni<Guest> lockGuest(Caller caller, String serverId) {
        return locked(caller, ServerRules.id(serverId)).map(Server::guest);
    }

    /** The same for whom no caller asks; empty when there is no such server. */
    public Uni<Optional<Guest>> lockGuest(UUID serverId) {
        return servers.lock(serverId).map(found -> found.map(Server::guest));
    }

    /** Whether there is a server, whoever's. */
    public Uni<Boolean> isThere(UUID serverId) {
        return servers.find(serverId).map(Optional::isPresent);
    }

    /** Puts a server into a group, in the present transaction; refused when it is in another one. */
    public Uni<Void> join(Caller caller, String serverId, UUID groupId) {
        return locked(caller, ServerRules.id(serverId))
                .invoke(server -> server.join(groupId))
                .replaceWithVoid();
    }

    /**
     * Takes a server out of a group, in the present transaction.
     *
     * @return false when it is not in it
     */
    public Uni<Boolean> leave(UUID serverId, UUID groupId) {
        return servers.leave(serverId, groupId);
    }

    /** Takes all servers out of a group, in the present transaction. */
    public Uni<Void> leaveAll(UUID groupId) {
        return servers.leaveAll(groupId);
    }

    @WithTransaction
    Uni<ServerView> change(Caller caller, UUID serverId, CreateServer.Fields wish) {
        return locked(caller, serverId)
                .invoke(server -> server.change(server.form().with(wish, catalogue)))
                .call(server -> disks.relocate(serverId, server.zone()))
                .call(() -> limits.check(caller.accountId()))
                .chain(this::view);
    }

    /** With its disks. */
    @WithTransaction
    Uni<ServerView> relocate(Caller caller, UUID serverId, @Nullable String zone) {
        String elsewhere = ServerForm.zone(zone, catalogue);
        return locked(caller, serverId)
                .invoke(server -> server.relocate(elsewhere))
                .call(() -> disks.relocate(serverId, elsewhere))
                .chain(this::view);
    }

    /** Gives up what is going on with it: its deployment, which is locked before its server, as when it ends. */
    Uni<Void> cancel(Caller caller, UUID serverId) {
        return Panache.withTransaction(() -> visible(caller, serverId)
                        .chain(server -> deployments.cancel(serverId).invoke(cancelled -> {
                            if (!cancelled) {
                                throw server.notCancellable();
                            }
                        })))
                .invoke(jobs::wake)
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<ServerView> tag(Caller caller, UUID serverId, TagFilter filter) {
        tags.refuseMember(caller);
        return locked(caller, serverId)
                .call(() -> tags.tag(caller, serverId, filter.names()))
                .chain(this::view);
    }

    @WithTransaction
    Uni<ServerView> untag(Caller caller, UUID serverId, TagFilter filter) {
        tags.refuseMember(caller);
        return locked(caller, serverId)
                .call(() -> tags.untag(caller, serverId, filter.names()))
                .chain(this::view);
    }

    Uni<ServerView> start(Caller caller, UUID serverId, PowerWish wish) {
        boolean async = wish.async();
        Placement placement = wish.placement();
        return tell(caller, serverId, server -> {
            placement.check(server.zone(), catalogue);
            server.start(async, clock.instant());
        });
    }

    Uni<ServerView> stop(Caller caller, UUID serverId, PowerWish wish) {
        StopRequest how = wish.stop();
        return tell(caller, serverId, server -> server.stop(how, clock.instant()));
    }

    Uni<ServerView> restart(Caller caller, UUID serverId, PowerWish wish) {
        StopRequest how = wish.restart();
        Placement placement = wish.placement();
        return tell(caller, serverId, server -> {
            placement.check(server.zone(), catalogue);
            server.restart(how, clock.instant());
        });
    }

    Uni<Void> delete(Caller caller, UUID serverId, ServerDeletion what) {
        return Panache.withTransaction(() -> locked(caller, serverId).chain(server -> {
                    var deleted = server.delete();
                    return (what.storages()
                                    ? disks.deleteAll(caller, serverId, what.backups())
                                    : disks.detachAll(caller, serverId))
                            .chain(() -> tags.clear(serverId))
                            .chain(() -> servers.remove(server))
                            .chain(() -> jobs.put(RemoveMachine.KIND, serverId))
                            .chain(() -> outbox.record(Topics.PROVISIONING_SERVER, deleted));
                }))
                .invoke(jobs::wake);
    }

    private Uni<ServerView> tell(Caller caller, UUID serverId, Consumer<Server> what) {
        return Panache.withTransaction(() -> locked(caller, serverId)
                        .invoke(what)
                        .call(() -> jobs.put(PowerMachine.KIND, serverId))
                        .chain(this::view))
                .invoke(jobs::wake);
    }

    private Uni<Server> visible(Caller caller, UUID serverId) {
        return servers.find(serverId)
                .map(found -> found.filter(server -> server.accountId().equals(caller.accountId()))
                        .orElseThrow(() -> ServerRefusals.notFound(serverId)))
                .call(() -> servers.isVisibleTo(caller, serverId).invoke(may -> {
                    if (!may) {
                        throw ServerRefusals.forbidden();
                    }
                }));
    }

    /** Visible, and nobody else's to change until the present transaction ends. */
    Uni<Server> locked(Caller caller, UUID serverId) {
        return servers.lock(serverId).chain(() -> visible(caller, serverId));
    }

    Uni<ServerView> view(Server server) {
        return disks.attachedTo(List.of(server.id()))
                .chain(attached -> tags.of(List.of(server.id()))
                        .map(names -> ServerView.of(
                                server,
                                catalogue,
                                names.getOrDefault(server.id(), List.of()),
                                attached.getOrDefault(server.id(), List.of()))));
    }
}
