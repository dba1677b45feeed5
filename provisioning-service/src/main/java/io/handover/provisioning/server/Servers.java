package io.handover.provisioning.server;

import io.handover.events.Topics;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.storage.ServerDisks;
import io.handover.provisioning.tag.Tags;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What callers do with the servers they may control. */
@ApplicationScoped
public class Servers {

    private final ServerRepository servers;
    private final ServerDisks disks;
    private final Tags tags;
    private final Catalogue catalogue;
    private final ServerLimits limits;
    private final Outbox outbox;
    private final Jobs jobs;

    Servers(
            ServerRepository servers,
            ServerDisks disks,
            Tags tags,
            Catalogue catalogue,
            ServerLimits limits,
            Outbox outbox,
            Jobs jobs) {
        this.servers = servers;
        this.disks = disks;
        this.tags = tags;
        this.catalogue = catalogue;
        this.limits = limits;
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

    @WithSession
    Uni<ServerView> details(Caller caller, UUID serverId) {
        return visible(caller, serverId).chain(this::view);
    }

    /** Where to log in to a server, by its id as a caller wrote it. */
    @WithSession
    public Uni<Login> login(Caller caller, String serverId) {
        return visible(caller, ServerRules.id(serverId)).map(Server::login);
    }

    @WithTransaction
    Uni<ServerView> change(Caller caller, UUID serverId, CreateServer.Fields wish) {
        return locked(caller, serverId)
                .invoke(server -> server.change(server.form().with(wish, catalogue)))
                .call(() -> limits.check(caller.accountId()))
                .chain(this::view);
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

    Uni<ServerView> start(Caller caller, UUID serverId) {
        return tell(caller, serverId, Server::start);
    }

    Uni<ServerView> stop(Caller caller, UUID serverId) {
        return tell(caller, serverId, Server::stop);
    }

    Uni<ServerView> restart(Caller caller, UUID serverId) {
        return tell(caller, serverId, Server::restart);
    }

    Uni<Void> delete(Caller caller, UUID serverId, boolean withStorages) {
        return Panache.withTransaction(() -> locked(caller, serverId).chain(server -> {
                    var deleted = server.delete();
                    return (withStorages ? disks.deleteAll(caller, serverId) : disks.detachAll(caller, serverId))
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
    private Uni<Server> locked(Caller caller, UUID serverId) {
        return servers.lock(serverId).chain(() -> visible(caller, serverId));
    }

    private Uni<ServerView> view(Server server) {
        return disks.attachedTo(List.of(server.id()))
                .chain(attached -> tags.of(List.of(server.id()))
                        .map(names -> ServerView.of(
                                server,
                                names.getOrDefault(server.id(), List.of()),
                                attached.getOrDefault(server.id(), List.of()))));
    }
}
