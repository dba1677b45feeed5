package io.handover.simulation;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.kit.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** What clients do: a few short stories, and anything in any order. */
final class Scripts {

    /** By name: every step of every life is in one of them. */
    static final Map<String, History.Script> STORIES = new TreeMap<>(Map.of(
            "deployed", history -> created(history, DeliveryMethod.EMAIL),
            "cancelled",
                    history -> {
                        UUID server = created(history, DeliveryMethod.SMS);
                        history.world.in(Duration.ofSeconds(1), () -> history.provisioning.cancel(server));
                    },
            "rotated",
                    history -> {
                        UUID server = created(history, DeliveryMethod.NONE);
                        history.world.in(
                                Duration.ofMinutes(1),
                                () -> history.provisioning.rotate(
                                        server, DeliveryMethod.EMAIL, PasswordOccasion.ROTATION));
                    },
            "deleted",
                    history -> {
                        UUID server = created(history, DeliveryMethod.EMAIL);
                        history.world.in(Duration.ofMinutes(1), () -> history.provisioning.delete(server));
                    }));

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(3),
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(11));

    private static final List<DeliveryMethod> METHODS =
            List.of(DeliveryMethod.EMAIL, DeliveryMethod.SMS, DeliveryMethod.NONE);

    private Scripts() {}

    private static UUID created(History history, DeliveryMethod method) {
        return history.provisioning.create(history.identity.open(), method, 2);
    }

    /** Two accounts, and up to ten things that somebody does. */
    static void anything(History history) {
        List<UUID> accounts = List.of(history.identity.open(), history.identity.open());
        UUID account = accounts.get(0);
        history.provisioning.create(account, METHODS.get(history.world.choose(METHODS.size())), 1);
        next(history, accounts, history.world.choose(10));
    }

    private static void next(History history, List<UUID> accounts, int left) {
        if (left > 0) {
            Duration pause = PAUSES.get(history.world.choose(PAUSES.size()));
            history.world.in(pause, () -> {
                act(history, accounts.get(history.world.choose(accounts.size())));
                next(history, accounts, left - 1);
            });
        }
    }

    private static void act(History history, UUID account) {
        World world = history.world;
        Provisioning provisioning = history.provisioning;
        switch (world.choose(11)) {
            case 1 -> any(world, servers(history, account), provisioning::cancel);
            case 2 -> any(world, servers(history, account), provisioning::delete);
            case 3, 4 ->
                any(
                        world,
                        servers(history, account),
                        server -> provisioning.rotate(
                                server, METHODS.get(world.choose(METHODS.size())), PasswordOccasion.ROTATION));
            case 5 -> any(world, List.copyOf(history.notification.deliveries().keySet()), it -> cancel(history, it));
            case 6 -> history.identity.changeContact(account);
            case 7 ->
                any(
                        world,
                        servers(history, account),
                        server -> gateway(history)
                                .grant(new Permission.Grant(account, history.identity.addMember(account), server)));
            case 8 ->
                any(world, List.copyOf(history.permission.grants()), grant -> {
                    Gateway gateway = gateway(history);
                    gateway.revoke(grant);
                    gateway.access(grant);
                    world.soon(() -> gateway.access(grant));
                });
            case 9 -> any(world, history.identity.members(account), it -> history.identity.removeMember(account, it));
            case 10 ->
                any(world, List.copyOf(history.permission.grants()), grant -> {
                    Gateway gateway = gateway(history);
                    gateway.revoke(grant);
                    world.soon(() -> gateway.grant(grant));
                    world.soon(() -> gateway.access(grant));
                });
            default -> provisioning.create(account, METHODS.get(world.choose(METHODS.size())), 1 + world.choose(2));
        }
    }

    private static void cancel(History history, UUID delivery) {
        try {
            history.notification.cancel(delivery);
        } catch (Refusal refused) {
            history.world.note("refused:", String.valueOf(refused.getMessage()));
        }
    }

    private static Gateway gateway(History history) {
        return history.gateways.get(history.world.choose(history.gateways.size()));
    }

    private static List<UUID> servers(History history, UUID account) {
        return history.provisioning.servers().values().stream()
                .filter(server -> server.account.equals(account))
                .map(server -> server.id)
                .sorted()
                .toList();
    }

    private static <T> void any(World world, List<T> things, Consumer<T> what) {
        if (!things.isEmpty()) {
            what.accept(things.get(world.choose(things.size())));
        }
    }
}
