package io.handover.simulation;

import io.handover.events.AccountScoped;
import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.Topics;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.notification.PasswordBounced;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.RootPasswordNotSet;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.notification.channel.SendResult;
import io.handover.notification.contact.Contact;
import io.handover.notification.delivery.DeliveryState;
import io.handover.notification.delivery.DeliveryState.Awaiting;
import io.handover.notification.delivery.DeliveryState.Bounced;
import io.handover.notification.delivery.DeliveryState.Ended;
import io.handover.notification.delivery.DeliveryState.Expired;
import io.handover.notification.delivery.DeliveryState.Failed;
import io.handover.notification.delivery.DeliveryState.Sending;
import io.handover.notification.delivery.Life;
import io.handover.notification.delivery.Patience;
import io.handover.notification.delivery.Receipt;
import io.handover.notification.delivery.Surroundings;
import io.handover.notification.server.ServerFate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out what a delivery's {@link Life} decides, in a world that fails; every method is a transaction. */
final class Notification {

    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofMinutes(30));

    /** A delivery as its row has it. */
    static final class Delivery {
        final UUID id;
        final UUID account;
        final UUID server;
        final DeliveryMethod method;
        final @Nullable UUID key;
        Life life;

        @Nullable
        String box;

        Delivery(PasswordGenerated event, Life life) {
            this.id = event.deliveryId();
            this.account = event.accountId();
            this.server = event.serverId();
            this.method = event.method();
            this.key = event.keyId();
            this.box = event.sealedBox();
            this.life = life;
        }

        Delivery(PasswordShown event, Life life) {
            this.id = event.deliveryId();
            this.account = event.accountId();
            this.server = event.serverId();
            this.method = DeliveryMethod.NONE;
            this.key = null;
            this.life = life;
        }
    }

    private final World world;
    private final Ledger ledger;
    private final Provider provider;
    private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<UUID, Optional<UUID>> keys = new HashMap<>();
    private final Map<UUID, Contact> contacts = new HashMap<>();
    private final Map<UUID, ServerFate> fates = new HashMap<>();
    private final BiConsumer<Delivery, String> beforeSending;
    private int noted;

    Notification(World world, Ledger ledger, Provider provider, BiConsumer<Delivery, String> beforeSending) {
        this.world = world;
        this.ledger = ledger;
        this.provider = provider;
        this.beforeSending = beforeSending;
        ledger.hear(Topics.IDENTITY_ACCOUNT, "contact", this::onAccount);
        ledger.hear(Topics.PROVISIONING_SERVER, "server", this::onServer);
        ledger.hear(Topics.PROVISIONING_CREDENTIAL, "delivery", this::onCredential);
    }

    /** Has been in provisioning's stock for long. */
    UUID offerKey() {
        UUID key = world.id();
        keys.put(key, Optional.empty());
        return key;
    }

    private void onAccount(AccountScoped event) {
        noted++;
        UUID account = event.accountId();
        switch (event) {
            case AccountOpened it -> contacts.putIfAbsent(account, new Contact.Known(it.email(), it.phone()));
            case ContactChanged it -> contacts.put(account, new Contact.Known(it.email(), it.phone()));
            default -> {}
        }
        world.soon(this::turn);
    }

    private void onServer(AccountScoped event) {
        noted++;
        switch (event) {
            case ServerDeployed it -> fates.putIfAbsent(it.serverId(), new ServerFate.Running());
            case ServerDeploymentFailed it -> gone(it.serverId(), it.reason());
            case ServerDeleted it -> gone(it.serverId(), "the server was deleted");
            default -> {}
        }
        world.soon(this::turn);
    }

    private void gone(UUID server, String why) {
        if (!(fates.get(server) instanceof ServerFate.Gone)) {
            fates.put(server, new ServerFate.Gone(why));
        }
    }

    private void onCredential(AccountScoped event) {
        noted++;
        switch (event) {
            case PasswordGenerated it -> expect(it);
            case PasswordShown it ->
                deliveries.putIfAbsent(
                        it.deliveryId(), new Delivery(it, Life.shown(PasswordOccasion.of(it.occasion()))));
            case RootPasswordSet it -> change(it.deliveryId(), Life::passwordIsSet);
            case RootPasswordNotSet it -> change(it.deliveryId(), life -> life.passwordIsNotSet(it.reason()));
            default -> throw new IllegalStateException(event.toString());
        }
        world.soon(this::turn);
    }

    private void expect(PasswordGenerated event) {
        if (!deliveries.containsKey(event.deliveryId())) {
            Life life = Life.sealed(PasswordOccasion.of(event.occasion()), world.now(), event.expiresAt());
            deliveries.put(event.deliveryId(), new Delivery(event, life));
            keys.computeIfPresent(event.keyId(), (key, unspent) -> Optional.of(event.deliveryId()));
            world.at(event.expiresAt(), this::turn);
        }
    }

    private void change(UUID id, UnaryOperator<Life> change) {
        Optional.ofNullable(deliveries.get(id)).ifPresent(it -> live(it, change.apply(it.life)));
    }

    /** Refused once a message may be on its way. */
    void cancel(UUID id) {
        world.note("somebody cancels delivery", id);
        change(id, Life::cancelled);
    }

    /** One that is ripe moves on. */
    private void turn() {
        deliveries.values().stream()
                .filter(it -> !next(it).equals(it.life))
                .findFirst()
                .ifPresent(it -> {
                    live(it, next(it));
                    if (it.life.state() instanceof Sending sending) {
                        world.unlessDead("before it sends", () -> handOver(it, sending));
                    }
                    world.soon(this::turn);
                });
    }

    private Life next(Delivery delivery) {
        boolean isInterrupted =
                delivery.life.state() instanceof Sending sending && !world.now().isBefore(sending.leaseUntil());
        if (isInterrupted && world.has(Flaw.SENDS_AT_LEAST_ONCE)) {
            return delivery.life.become(new Awaiting(1, world.now(), world.now().plusSeconds(3600), null));
        }
        return delivery.life.next(around(delivery), PATIENCE);
    }

    private Surroundings around(Delivery delivery) {
        return new Surroundings(
                fates.getOrDefault(delivery.server, new ServerFate.Unknown()),
                contacts.getOrDefault(delivery.account, new Contact.Unknown()),
                delivery.key != null
                        && keys.getOrDefault(delivery.key, Optional.empty()).equals(Optional.of(delivery.id)),
                world.now());
    }

    private void handOver(Delivery delivery, Sending attempt) {
        String box = delivery.box;
        boolean opens = box != null && keys.containsKey(delivery.key);
        if (world.wrong("unwraps a key", 2) > 0) {
            settle(delivery, attempt, new SendResult.TryLater("the delivery key can't be unwrapped at the moment"));
        } else if (box == null || !opens) {
            settle(delivery, attempt, new SendResult.Refused("the password can't be unsealed"));
        } else {
            provider.send(
                    delivery.id,
                    box,
                    result -> world.unlessDead("before it settles", () -> settle(delivery, attempt, result)),
                    word -> heard(delivery, word));
        }
    }

    private void settle(Delivery delivery, Sending attempt, SendResult result) {
        Life next = world.has(Flaw.OVERTAKEN_SENDER_WRITES)
                ? delivery.life.become(attempt.after(result, world.now(), PATIENCE))
                : delivery.life.sent(attempt, result, world.now(), PATIENCE);
        if (!next.equals(delivery.life)) {
            live(delivery, next);
            bounce(delivery);
        }
        world.soon(this::turn);
    }

    private void heard(Delivery delivery, Receipt word) {
        delivery.life = delivery.life.heard(word);
        bounce(delivery);
    }

    private void bounce(Delivery delivery) {
        delivery.life.bounce().ifPresent(bounced -> live(delivery, delivery.life.become(bounced)));
    }

    private void live(Delivery delivery, Life next) {
        DeliveryState before = delivery.life.state();
        delivery.life = next;
        if (before.equals(next.state())) {
            return;
        }
        world.note("delivery", delivery.id, "is", next.state());
        boolean mayFollow = !(before instanceof Ended)
                || (before instanceof DeliveryState.Delivered && next.state() instanceof Bounced)
                || (before instanceof DeliveryState.Shown && next.state() instanceof Failed);
        Violation.unless(mayFollow, "an end is an end", before, next);
        switch (next.state()) {
            case Awaiting awaiting -> world.at(awaiting.dueAt(), this::turn);
            case Sending sending -> {
                beforeSending.accept(delivery, String.valueOf(delivery.box));
                world.at(sending.leaseUntil(), this::turn);
            }
            case Ended ended -> end(delivery, ended);
        }
    }

    private void end(Delivery delivery, Ended ended) {
        delivery.box = null;
        if (delivery.key != null && !world.has(Flaw.KEEPS_KEYS)) {
            keys.remove(delivery.key);
        }
        announcement(delivery, ended).ifPresent(event -> ledger.record(Topics.NOTIFICATION_DELIVERY, event));
    }

    private Optional<AccountScoped> announcement(Delivery it, Ended ended) {
        return switch (ended) {
            case DeliveryState.Shown shown -> Optional.empty();
            case DeliveryState.Delivered delivered ->
                Optional.of(new PasswordDelivered(it.account, it.id, it.server, it.method));
            case Bounced bounced -> Optional.of(bounced(it, bounced));
            case Failed failed -> Optional.of(failed(it, failed.reason()));
            case Expired expired -> Optional.of(failed(it, expired.reason()));
        };
    }

    private static PasswordBounced bounced(Delivery it, Bounced bounced) {
        DeliveryMethod other = it.method == DeliveryMethod.EMAIL ? DeliveryMethod.SMS : DeliveryMethod.EMAIL;
        boolean again = it.life.occasion() != PasswordOccasion.BOUNCE;
        return new PasswordBounced(it.account, it.id, it.server, it.method, bounced.reason(), again ? other : null);
    }

    private static PasswordDeliveryFailed failed(Delivery it, String why) {
        return new PasswordDeliveryFailed(it.account, it.id, it.server, it.method, why);
    }

    Map<UUID, Delivery> deliveries() {
        return deliveries;
    }

    Map<UUID, Contact> contacts() {
        return contacts;
    }

    Map<UUID, ServerFate> fates() {
        return fates;
    }

    /** How many lines the audit trail has. */
    int noted() {
        return noted;
    }

    /** The keys that serve a delivery. */
    Collection<UUID> served() {
        return keys.values().stream().flatMap(Optional::stream).toList();
    }
}
