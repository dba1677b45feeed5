package io.handover.simulation;

import io.handover.events.AccountScoped;
import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.Topics;
import io.handover.events.provisioning.RootPasswordNotSet;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.provisioning.delivery.DeliveryState;
import io.handover.provisioning.delivery.PasswordDelivery;
import io.handover.provisioning.job.Progress;
import io.handover.provisioning.rotation.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Carries out what a rotation's {@link Decision} says, in a world that fails. */
final class Rotations {

    static final String ON_BOUNCE = "rotate-on-bounce";

    private static final String SET = "set-root-password";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final World world;
    private final Provisioning provisioning;
    private final BackEnd backEnd;
    private final Jobs jobs;
    private final Map<UUID, Row> rows = new HashMap<>();

    Rotations(World world, Provisioning provisioning, BackEnd backEnd, Jobs jobs) {
        this.world = world;
        this.provisioning = provisioning;
        this.backEnd = backEnd;
        this.jobs = jobs;
        jobs.does(SET, this::work);
        jobs.does(ON_BOUNCE, this::onBounce);
    }

    private record Row(UUID account, UUID server, String hash, Instant giveUpAt) {}

    /** In the present transaction. */
    void begin(UUID delivery, Provisioning.Server server, String hash) {
        rows.put(delivery, new Row(server.account, server.id, hash, world.now().plus(PATIENCE)));
        jobs.put(SET, delivery);
        if (world.has(Flaw.SENDS_BEFORE_IT_IS_SET)) {
            say(new RootPasswordSet(server.account, delivery, server.id));
        }
    }

    boolean isBeingSet(UUID delivery) {
        return rows.containsKey(delivery);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    private void work(UUID delivery, Consumer<Progress> settle) {
        Row row = rows.get(delivery);
        if (row == null) {
            settle.accept(new Progress.Done());
            return;
        }
        PasswordDelivery known = provisioning.deliveries().get(delivery);
        Optional<String> inVain = Decision.inVain(
                provisioning.server(row.server).isPresent(), known == null || known.state() == DeliveryState.FAILED);
        if (inVain.isPresent()) {
            follow(delivery, new Decision.GiveUp(inVain.get()), settle);
        } else {
            backEnd.setPassword(
                    row.server,
                    delivery,
                    row.hash,
                    failure -> world.unlessDead(
                            "after it set a password",
                            () -> follow(
                                    delivery,
                                    Decision.after(failure, world.now().isAfter(row.giveUpAt)),
                                    settle)));
        }
    }

    private void follow(UUID delivery, Decision decision, Consumer<Progress> settle) {
        world.note("rotation", delivery, decision);
        switch (decision) {
            case Decision.TryAgain() -> settle.accept(new Progress.Later());
            case Decision.Set() -> {
                Optional.ofNullable(rows.remove(delivery))
                        .ifPresent(row -> say(new RootPasswordSet(row.account, delivery, row.server)));
                settle.accept(new Progress.Done());
            }
            case Decision.GiveUp(String why) -> {
                Optional.ofNullable(rows.remove(delivery)).ifPresent(row -> {
                    provisioning.end(delivery, DeliveryState.FAILED, why);
                    say(new RootPasswordNotSet(row.account, delivery, row.server, why));
                });
                settle.accept(new Progress.Done());
            }
        }
    }

    /** Once, for a while, as long as the password that came back is the server's newest. */
    private void onBounce(UUID delivery, Consumer<Progress> settle) {
        PasswordDelivery bounced =
                Objects.requireNonNull(provisioning.deliveries().get(delivery));
        boolean inTime = !world.now().isAfter(bounced.since().plus(PATIENCE));
        boolean isNewest = provisioning
                .newest(bounced.serverId())
                .filter(newest -> newest.id().equals(delivery))
                .isPresent();
        if (inTime && isNewest) {
            provisioning.rotate(
                    bounced.serverId(), bounced.rotateBy().orElse(DeliveryMethod.SMS), PasswordOccasion.BOUNCE);
        }
        boolean isRefused = inTime && isNewest && isBeingSet(delivery);
        settle.accept(isRefused ? new Progress.Later() : new Progress.Done());
    }

    private void say(AccountScoped event) {
        provisioning.ledger.record(Topics.PROVISIONING_CREDENTIAL, event);
    }
}
