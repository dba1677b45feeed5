package io.handover.simulation;

import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.deployment.Attempt;
import io.handover.provisioning.deployment.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Machines and disks. A call may get lost, its answer may, it may be refused, and it may be carried out long after its
 * caller has given it up; what was removed is never made again.
 */
final class BackEnd {

    static final int REQUEST_LOST = 1;
    static final int ANSWER_LOST = 2;
    static final int REFUSED = 3;
    static final int CARRIED_OUT_LATE = 4;
    static final int WAYS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LATE = Duration.ofSeconds(25);
    private static final Machine RUNNING = new Machine(true, "127.0.0.1", 22);
    private static final List<Duration> BOOT_TIMES =
            List.of(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofDays(9));

    private final World world;
    private final Map<UUID, FakeMachine> machines = new HashMap<>();
    private final Set<UUID> disks = new HashSet<>();
    private final Set<UUID> removed = new HashSet<>();

    BackEnd(World world) {
        this.world = world;
    }

    private static final class FakeMachine {
        private @Nullable String hash;
        private UUID password = new UUID(0, 0);
        private final Instant bootsAt;

        FakeMachine(@Nullable String hash, Instant bootsAt) {
            this.hash = hash;
            this.bootsAt = bootsAt;
        }
    }

    /**
     * Asks.
     *
     * @param hash for the machine, if this makes it
     */
    void ask(UUID server, @Nullable String hash, Call call, Consumer<Attempt> answer) {
        String point = "call " + call.getClass().getSimpleName();
        carryOut(
                point,
                world.wrong(point, WAYS),
                () -> act(server, hash, call),
                answer,
                new Attempt.Failed(),
                new Attempt.Refused("no"));
    }

    /**
     * Sets a password.
     *
     * @param answer what failed; null when it is done
     */
    void setPassword(UUID server, UUID password, String hash, Consumer<@Nullable Throwable> answer) {
        carryOut(
                "call SetPassword",
                world.wrong("call SetPassword", WAYS),
                () -> set(server, password, hash),
                answer,
                new IllegalStateException("no answer"),
                new ComputeRefused("no"));
    }

    private <T extends @Nullable Object> void carryOut(
            String point, int wrong, Supplier<T> act, Consumer<T> answer, T failed, T refused) {
        switch (wrong) {
            case REQUEST_LOST -> world.in(PATIENCE, () -> answer.accept(failed));
            case ANSWER_LOST -> {
                world.soon(() -> world.note(point, act.get(), "but the answer is lost"));
                world.in(PATIENCE, () -> answer.accept(failed));
            }
            case REFUSED -> world.soon(() -> answer.accept(refused));
            case CARRIED_OUT_LATE -> {
                world.in(LATE, () -> world.note(point, act.get(), "late"));
                world.in(PATIENCE, () -> answer.accept(failed));
            }
            default ->
                world.soon(() -> {
                    T done = act.get();
                    world.note(point, String.valueOf(done));
                    world.soon(() -> answer.accept(done));
                });
        }
    }

    private Attempt act(UUID server, @Nullable String hash, Call call) {
        return switch (call) {
            case Call.MakeDisk make -> made(disks, make.disk().storageId());
            case Call.MakeMachine make -> make(server, hash, make.disks());
            case Call.LogIn() -> isBooted(server) ? new Attempt.Answers(RUNNING) : new Attempt.Silent();
            case Call.RemoveMachine() -> {
                machines.remove(server);
                yield remember(server);
            }
            case Call.RemoveDisk(UUID disk) -> {
                disks.remove(disk);
                yield remember(disk);
            }
        };
    }

    private Attempt made(Set<UUID> there, UUID id) {
        if (removed.contains(id)) {
            return new Attempt.Refused("it was removed");
        }
        there.add(id);
        return new Attempt.Done();
    }

    private Attempt make(UUID server, @Nullable String hash, List<UUID> wanted) {
        if (removed.contains(server) || !disks.containsAll(wanted)) {
            return new Attempt.Refused("it was removed, or a disk is not there");
        }
        Duration boot = BOOT_TIMES.get(world.wrong("boot", BOOT_TIMES.size()));
        machines.computeIfAbsent(
                server, absent -> new FakeMachine(hash, world.now().plus(boot)));
        return new Attempt.Done();
    }

    private Attempt remember(UUID id) {
        if (!world.has(Flaw.BACK_END_FORGETS_REMOVALS)) {
            removed.add(id);
        }
        return new Attempt.Done();
    }

    private boolean isBooted(UUID server) {
        FakeMachine machine = machines.get(server);
        return machine != null && !machine.bootsAt.isAfter(world.now());
    }

    private @Nullable Throwable set(UUID server, UUID password, String hash) {
        FakeMachine machine = machines.get(server);
        if (machine == null) {
            return new ComputeRefused("no such machine");
        }
        if (machine.password.compareTo(password) > 0 && !world.has(Flaw.BACK_END_SETS_OLDER_PASSWORDS)) {
            return new ComputeRefused("a later one was set");
        }
        machine.password = password;
        machine.hash = hash;
        return null;
    }

    /** What root logs in with; null when there is no machine. */
    @Nullable
    String passwordOf(UUID server) {
        FakeMachine machine = machines.get(server);
        return machine == null ? null : machine.hash;
    }

    Set<UUID> machines() {
        return machines.keySet();
    }

    Set<UUID> disks() {
        return disks;
    }
}
