package io.handover.simulation;

import io.handover.notification.delivery.DeliveryState;
import io.handover.notification.delivery.DeliveryState.Bounced;
import io.handover.notification.delivery.DeliveryState.Delivered;
import io.handover.notification.delivery.DeliveryState.Expired;
import io.handover.notification.delivery.DeliveryState.Failed;
import io.handover.notification.delivery.DeliveryState.Shown;
import io.handover.notification.delivery.Life;
import io.handover.notification.server.ServerFate;
import io.handover.provisioning.delivery.PasswordDelivery;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is true of a world in which nothing is left to happen, whatever went wrong on the way. */
final class Checker {

    private final History history;

    Checker(History history) {
        this.history = history;
    }

    void check() {
        Provisioning provisioning = history.provisioning;
        Violation.unless(provisioning.deployments().isEmpty(), "every deployment ends");
        Violation.unless(provisioning.rotations().isEmpty(), "every rotation ends, and its hash goes");
        Violation.unless(provisioning.jobs().isEmpty(), "every job ends", provisioning.jobs());
        Violation.unless(history.isAllSaid(), "everything is said");
        provisioning.everMade().values().forEach(this::checkServer);
        Set<UUID> storages = provisioning.deployments().storages();
        Violation.unless(
                history.backEnd.disks().equals(storages),
                "no disk without a storage, no storage without its disk",
                history.backEnd.disks(),
                storages);
        checkDeliveries();
        checkProjections();
    }

    private void checkServer(Provisioning.Server server) {
        boolean isThere = history.provisioning.server(server.id).isPresent();
        boolean hasMachine = history.backEnd.machines().contains(server.id);
        Violation.unless(server.started != server.failed, "a server is started or in error", server.id);
        Violation.unless(
                hasMachine == (isThere && server.started),
                "no machine without a server, no server without its machine",
                server.id,
                isThere);
        if (isThere && server.started) {
            history.provisioning.newest(server.id).ifPresent(newest -> checkPassword(server.id, newest));
        }
        if (server.failed) {
            history.provisioning.deliveries().values().stream()
                    .filter(delivery -> delivery.serverId().equals(server.id))
                    .forEach(delivery -> Violation.unless(
                            !history.provider.took(delivery.id()), "nothing is sent of a failed server", server.id));
        }
    }

    private void checkPassword(UUID server, PasswordDelivery newest) {
        boolean isNewest = history.provisioning.passwordOf(newest.id()).equals(history.backEnd.passwordOf(server));
        boolean mayBeOther = newest.state() == io.handover.provisioning.delivery.DeliveryState.FAILED;
        Violation.unless(isNewest || mayBeOther, "the password that was delivered works", server, newest.id());
    }

    private void checkDeliveries() {
        Map<UUID, PasswordDelivery> known = history.provisioning.deliveries();
        Violation.unless(
                known.keySet().equals(history.notification.deliveries().keySet()), "both sides know every delivery");
        history.notification.deliveries().values().forEach(delivery -> {
            DeliveryState state = delivery.life.state();
            PasswordDelivery other = Objects.requireNonNull(known.get(delivery.id));
            Violation.unless(other.state() == asProvisioningSeesIt(state), "both sides agree", state, other.state());
            Violation.unless(delivery.box == null, "no box outlives its delivery", delivery.id);
            checkSent(delivery.id, state);
        });
        Violation.unless(
                history.notification.served().isEmpty(), "no key outlives its delivery", history.notification.served());
    }

    private void checkSent(UUID id, DeliveryState state) {
        boolean took = history.provider.took(id);
        boolean holds = switch (state) {
            case Delivered delivered -> took;
            case Bounced bounced -> took;
            case Failed failed -> !took || failed.reason().endsWith(DeliveryState.MAY_HAVE_BEEN_SENT);
            case Expired expired -> !took;
            case Shown shown -> !took;
            case DeliveryState.Live live -> false;
        };
        Violation.unless(holds, "a delivery ends, and says whether it was sent", state, took);
    }

    private static io.handover.provisioning.delivery.@Nullable DeliveryState asProvisioningSeesIt(DeliveryState state) {
        return switch (state) {
            case Delivered delivered -> io.handover.provisioning.delivery.DeliveryState.DELIVERED;
            case Bounced bounced -> io.handover.provisioning.delivery.DeliveryState.BOUNCED;
            case Failed failed -> io.handover.provisioning.delivery.DeliveryState.FAILED;
            case Expired expired -> io.handover.provisioning.delivery.DeliveryState.FAILED;
            case Shown shown -> io.handover.provisioning.delivery.DeliveryState.SHOWN;
            case DeliveryState.Live live -> null;
        };
    }

    private void checkProjections() {
        Violation.unless(
                history.identity.contacts().equals(history.notification.contacts()), "contacts equal their source");
        Violation.unless(
                history.permission.grants().equals(history.provisioning.grants()), "grants equal their source");
        history.provisioning.everMade().values().forEach(server -> {
            boolean runs = history.provisioning
                    .server(server.id)
                    .filter(it -> it.started)
                    .isPresent();
            Violation.unless(
                    runs == history.notification.fates().get(server.id) instanceof ServerFate.Running,
                    "fates equal their source",
                    server.id);
        });
    }

    /** What can be compared with what it is later. */
    Summary summary() {
        Map<UUID, Life> lives = new HashMap<>();
        history.notification.deliveries().forEach((id, delivery) -> lives.put(id, delivery.life));
        Map<UUID, String> passwords = new HashMap<>();
        history.backEnd.machines().forEach(id -> passwords.put(id, String.valueOf(history.backEnd.passwordOf(id))));
        return new Summary(lives, passwords, history.notification.noted());
    }

    /**
     * What is in the world.
     *
     * @param noted how many lines the audit trail has
     */
    record Summary(Map<UUID, Life> lives, Map<UUID, String> passwords, int noted) {}
}
