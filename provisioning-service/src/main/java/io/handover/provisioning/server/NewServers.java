package io.handover.provisioning.server;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.Topics;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.ambient.Ids;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.credential.RootCredential;
import io.handover.provisioning.credential.RootCredentials;
import io.handover.provisioning.delivery.Handover;
import io.handover.provisioning.deployment.DeploymentOrder;
import io.handover.provisioning.deployment.Deployments;
import io.handover.provisioning.idempotency.IdempotentRequest;
import io.handover.provisioning.idempotency.IdempotentRequests;
import io.handover.provisioning.storage.NewServerDisks;
import io.handover.provisioning.storage.ServerDisks;
import io.handover.provisioning.storage.StorageDevice;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes the order for a server: all of it in one transaction, or nothing. */
@ApplicationScoped
class NewServers {

    /** First byte of a server's id. */
    private static final int KIND = 0x00;

    /** Storages and interfaces together. */
    private static final int DEVICES_MAX = 24;

    private final ServerRepository servers;
    private final NewServerDisks newDisks;
    private final ServerDisks disks;
    private final Deployments deployments;
    private final RootCredentials credentials;
    private final Catalogue catalogue;
    private final ServerLimits limits;
    private final IdempotentRequests requests;
    private final AccessGrants grants;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    NewServers(
            ServerRepository servers,
            NewServerDisks newDisks,
            ServerDisks disks,
            Deployments deployments,
            RootCredentials credentials,
            Catalogue catalogue,
            ServerLimits limits,
            IdempotentRequests requests,
            AccessGrants grants,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.servers = servers;
        this.newDisks = newDisks;
        this.disks = disks;
        this.deployments = deployments;
        this.credentials = credentials;
        this.catalogue = catalogue;
        this.limits = limits;
        this.requests = requests;
        this.grants = grants;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The answer shows the password if it is delivered by showing it; then it is wiped.
     *
     * @return fails with {@link Overtaken} when the same request has made the server meanwhile
     */
    Uni<ServerView> create(Caller caller, CreateServer.Fields wish, Optional<IdempotentRequest> request) {
        ServerForm form = ServerForm.of(wish, catalogue);
        LoginWish login = LoginWish.of(wish);
        var order = new Order(
                caller, ids.ofKind(KIND), form, ServerRules.group(wish.serverGroup()), login, wish.devices(), request);
        refuseTooManyDevices(order);
        refuseCloudInitWithoutMetadata(order, wish);
        if (!login.password()) {
            return request(order, null);
        }
        refuseTemplatesWithoutPassword(order);
        return credentials
                .make()
                .chain(credential -> request(order, credential).onTermination().invoke(credential::close));
    }

    private Uni<ServerView> request(Order order, @Nullable RootCredential credential) {
        var server = new Server(order.caller().accountId(), order.serverId(), order.form(), clock.instant());
        order.group().ifPresent(server::join);
        return Panache.withTransaction(() -> remember(order)
                        .chain(() -> refuseUnknownGroup(order))
                        .chain(() -> servers.persist(server))
                        .chain(() -> newDisks.allocate(
                                order.caller(),
                                order.serverId(),
                                order.form().zone(),
                                order.form().plan(catalogue),
                                order.devices()))
                        .chain(() -> deployments.begin(order.deployment(credential)))
                        .chain(() -> outbox.record(
                                Topics.PROVISIONING_SERVER,
                                server.requested(order.caller().userId())))
                        .chain(() -> limits.check(server.accountId()))
                        .chain(() -> handOver(order, credential))
                        .chain(() -> grantToCreator(order))
                        .chain(() -> view(server, order, credential)))
                .invoke(deployments::wake);
    }

    /** First of all, so that the same request at the same time waits here, and not half way. */
    private Uni<Void> remember(Order order) {
        return order.request()
                .map(request -> requests.remember(request, order.serverId())
                        .invoke(first -> {
                            if (!first) {
                                throw new Overtaken();
                            }
                        })
                        .replaceWithVoid())
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<Void> refuseUnknownGroup(Order order) {
        return order.group()
                .map(group -> servers.hasGroup(order.caller().accountId(), group)
                        .invoke(known -> {
                            if (!known) {
                                throw ServerRefusals.unknownGroup(group);
                            }
                        })
                        .replaceWithVoid())
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<Void> handOver(Order order, @Nullable RootCredential credential) {
        if (credential == null) {
            return Uni.createFrom().voidItem();
        }
        return credentials.handOver(order.handover(), credential).replaceWithVoid();
    }

    private Uni<Void> grantToCreator(Order order) {
        Caller caller = order.caller();
        return caller.main()
                ? Uni.createFrom().voidItem()
                : grants.grant(
                        ids.timeOrdered(),
                        caller.accountId(),
                        caller.userId(),
                        "server",
                        order.serverId().toString(),
                        false);
    }

    private Uni<ServerView> view(Server server, Order order, @Nullable RootCredential credential) {
        return disks.attachedTo(List.of(server.id()))
                .map(attached ->
                        ServerView.of(server, catalogue, List.of(), attached.getOrDefault(server.id(), List.of())))
                .map(view -> credential != null && order.isShown()
                        ? view.showing(credential.password().reveal())
                        : view);
    }

    private static void refuseTooManyDevices(Order order) {
        int disks = order.devices() == null ? 0 : order.devices().size();
        if (disks + order.form().settings().interfaces().size() > DEVICES_MAX) {
            throw ServerRefusals.tooManyDevices(DEVICES_MAX);
        }
    }

    /** Only where it is said: clients that do not know of metadata do not know that a template needs it. */
    private void refuseCloudInitWithoutMetadata(Order order, CreateServer.Fields wish) {
        if ("no".equals(wish.metadata())) {
            cloned(order, template -> "cloud-init".equals(template.templateType()))
                    .ifPresent(template -> {
                        throw ServerRefusals.noMetadata(template.title());
                    });
        }
    }

    private void refuseTemplatesWithoutPassword(Order order) {
        cloned(order, template -> !template.acceptsPassword()).ifPresent(template -> {
            throw ServerRefusals.noPasswordInTemplate(template.title());
        });
    }

    private Optional<Template> cloned(Order order, Predicate<Template> which) {
        return catalogue.templates().stream()
                .filter(which)
                .filter(template -> order.clones(template.uuid()))
                .findFirst();
    }

    /** Who wants what. */
    private record Order(
            Caller caller,
            UUID serverId,
            ServerForm form,
            Optional<UUID> group,
            LoginWish login,
            @Nullable List<@Nullable StorageDevice> devices,
            Optional<IdempotentRequest> request) {

        boolean isShown() {
            return login.delivery() == DeliveryMethod.NONE;
        }

        boolean clones(UUID template) {
            return devices != null
                    && devices.stream()
                            .anyMatch(device ->
                                    device != null && template.toString().equalsIgnoreCase(device.storage()));
        }

        Handover handover() {
            return new Handover(
                    caller.accountId(),
                    serverId,
                    form.hostname(),
                    caller.userId(),
                    caller.username(),
                    login.delivery(),
                    PasswordOccasion.DEPLOYMENT);
        }

        DeploymentOrder deployment(@Nullable RootCredential credential) {
            return new DeploymentOrder(
                    caller.accountId(),
                    serverId,
                    form.hostname(),
                    form.coreNumber(),
                    form.memoryAmount(),
                    credential == null ? null : credential.hash(),
                    login.sshKeys());
        }
    }

    /** The same request has made the server meanwhile. */
    static final class Overtaken extends RuntimeException {

        Overtaken() {
            super(null, null, false, false);
        }
    }
}
