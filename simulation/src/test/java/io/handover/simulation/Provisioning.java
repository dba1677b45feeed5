package io.handover.simulation;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.Topics;
import io.handover.events.notification.PasswordBounced;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.delivery.DeliveryState;
import io.handover.provisioning.delivery.Handover;
import io.handover.provisioning.delivery.PasswordDelivery;
import io.handover.provisioning.deployment.SagaDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Servers and their passwords; every method is a transaction. */
final class Provisioning {

    private static final Duration LIFETIME = Duration.ofHours(24);

    /** A server as its row has it. */
    static final class Server {
        final UUID id;
        final UUID account;
        final List<SagaDisk> disks;
        boolean started;
        boolean failed;

        Server(UUID id, UUID account, List<SagaDisk> disks) {
            this.id = id;
            this.account = account;
            this.disks = disks;
        }
    }

    final Ledger ledger;
    private final World world;
    private final Notification notification;
    private final Deployments deployments;
    private final Rotations rotations;
    private final Map<UUID, Server> servers = new HashMap<>();
    private final Map<UUID, Server> all = new HashMap<>();
    private final NavigableMap<UUID, PasswordDelivery> deliveries = new TreeMap<>();
    private final Map<UUID, String> passwords = new HashMap<>();
    private final Set<Permission.Grant> grants = new HashSet<>();
    private final Jobs jobs;
    private int made;

    Provisioning(World world, Ledger ledger, BackEnd backEnd, Notification notification) {
        this.world = world;
        this.ledger = ledger;
        this.notification = notification;
        this.jobs = new Jobs(world);
        this.deployments = new Deployments(world, this, backEnd, jobs);
        this.rotations = new Rotations(world, this, backEnd, jobs);
        hear();
    }

    private void hear() {
        ledger.hear(Topics.NOTIFICATION_DELIVERY, "delivery", event -> {
            switch (event) {
                case PasswordDelivered it -> end(it.deliveryId(), DeliveryState.DELIVERED, "");
                case PasswordDeliveryFailed it -> end(it.deliveryId(), DeliveryState.FAILED, it.reason());
                case PasswordBounced it -> comeBack(it);
                default -> throw new IllegalStateException(event.toString());
            }
        });
        ledger.hear(Topics.PERMISSION_PERMISSION, "access", event -> {
            switch (event) {
                case PermissionGranted it -> grants.add(grant(it.accountId(), it.userId(), it.targetIdentifier()));
                case PermissionRevoked it -> grants.remove(grant(it.accountId(), it.userId(), it.targetIdentifier()));
                default -> throw new IllegalStateException(event.toString());
            }
        });
    }

    private static Permission.Grant grant(UUID account, UUID member, String server) {
        return new Permission.Grant(account, member, UUID.fromString(server));
    }

    UUID create(UUID account, DeliveryMethod method, int disks) {
        var server = new Server(world.id(), account, new ArrayList<>());
        for (int i = 0; i < disks; i++) {
            server.disks.add(new SagaDisk(new Disk(world.id(), 25, null, "fi-hel1"), true));
        }
        world.note("somebody asks for server", server.id, "by", method);
        servers.put(server.id, server);
        all.put(server.id, server);
        String password = password();
        deployments.begin(server, password);
        handOver(server, method, PasswordOccasion.DEPLOYMENT, password);
        return server.id;
    }

    void cancel(UUID server) {
        deployments.cancel(server);
    }

    /** Stopped before; with its disks. */
    void delete(UUID serverId) {
        Server server = servers.get(serverId);
        if (server != null && (server.started || server.failed)) {
            world.note("somebody deletes server", serverId);
            servers.remove(serverId);
            deployments.remove(server);
            ledger.record(Topics.PROVISIONING_SERVER, new ServerDeleted(server.account, serverId));
        }
    }

    /** Unless one is on its way, or being set. */
    void rotate(UUID serverId, DeliveryMethod method, PasswordOccasion occasion) {
        Server server = servers.get(serverId);
        if (server != null
                && server.started
                && newest(serverId).filter(this::isUnderWay).isEmpty()) {
            String password = password();
            world.note("server", serverId, "is to get another password by", method);
            UUID delivery = handOver(server, method, occasion, password);
            rotations.begin(delivery, server, password);
        }
    }

    private boolean isUnderWay(PasswordDelivery newest) {
        return newest.state() == DeliveryState.PENDING || rotations.isBeingSet(newest.id());
    }

    private UUID handOver(Server server, DeliveryMethod method, PasswordOccasion occasion, String password) {
        UUID id = world.id();
        var handover = new Handover(server.account, server.id, "web", server.account, "ada", method, occasion);
        deliveries.put(id, new PasswordDelivery(id, handover, world.now()));
        passwords.put(id, password);
        ledger.record(
                Topics.PROVISIONING_CREDENTIAL,
                method == DeliveryMethod.NONE
                        ? new PasswordShown(server.account, id, server.id, "web", server.account, "ada", occasion)
                        : new PasswordGenerated(
                                server.account,
                                id,
                                server.id,
                                "web",
                                server.account,
                                "ada",
                                method,
                                notification.offerKey(),
                                password,
                                world.now().plus(LIFETIME),
                                occasion));
        return id;
    }

    private String password() {
        return "password-" + ++made;
    }

    /** In the present transaction. */
    void end(UUID delivery, DeliveryState state, String why) {
        Optional.ofNullable(deliveries.get(delivery)).ifPresent(it -> it.end(state, why, world.now()));
    }

    private void comeBack(PasswordBounced event) {
        PasswordDelivery delivery = deliveries.get(event.deliveryId());
        if (delivery != null) {
            delivery.comeBack(event.reason(), event.rotateBy(), world.now());
            delivery.rotateBy().ifPresent(wanted -> jobs.put(Rotations.ON_BOUNCE, delivery.id()));
        }
    }

    boolean isVisible(Permission.Grant grant) {
        return grants.contains(grant);
    }

    Optional<PasswordDelivery> newest(UUID server) {
        return deliveries.descendingMap().values().stream()
                .filter(delivery -> delivery.serverId().equals(server))
                .findFirst();
    }

    Optional<Server> server(UUID id) {
        return Optional.ofNullable(servers.get(id));
    }

    Map<UUID, Server> servers() {
        return servers;
    }

    /** With those that were deleted. */
    Map<UUID, Server> everMade() {
        return all;
    }

    NavigableMap<UUID, PasswordDelivery> deliveries() {
        return deliveries;
    }

    String passwordOf(UUID delivery) {
        return Objects.requireNonNull(passwords.get(delivery));
    }

    Set<Permission.Grant> grants() {
        return grants;
    }

    Deployments deployments() {
        return deployments;
    }

    Rotations rotations() {
        return rotations;
    }

    Jobs jobs() {
        return jobs;
    }
}
