package io.handover.simulation;

import io.handover.provisioning.job.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of jobs, and replicas that take them up under a lease; every write is a transaction. */
final class Jobs {

    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Does the next step of a job, and says at last how it ended. */
    interface Handler {
        void work(UUID subject, Consumer<Progress> settle);
    }

    private record Key(String kind, UUID subject) {}

    private static final class Row {
        private int asked;
        private int attempts;
        private Instant dueAt;
        private @Nullable Instant leaseUntil;

        Row(Instant dueAt) {
            this.dueAt = dueAt;
        }

        boolean isFree(Instant now) {
            return !dueAt.isAfter(now) && (leaseUntil == null || leaseUntil.isBefore(now));
        }
    }

    private final World world;
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Map<Key, Row> rows = new LinkedHashMap<>();

    Jobs(World world) {
        this.world = world;
    }

    void does(String kind, Handler handler) {
        handlers.put(kind, handler);
    }

    /** In the present transaction; what somebody works on already will be done once more. */
    void put(String kind, UUID subject) {
        Key key = new Key(kind, subject);
        Row row = rows.computeIfAbsent(key, absent -> new Row(world.now()));
        row.asked++;
        row.dueAt = world.now();
        world.soon(() -> take(key));
    }

    private void take(Key key) {
        Row row = rows.get(key);
        if (row == null || !row.isFree(world.now())) {
            return;
        }
        Instant lease = world.now().plus(LEASE);
        row.leaseUntil = lease;
        row.attempts++;
        int asked = row.asked;
        world.at(lease.plusMillis(1), () -> take(key));
        world.unlessDead(
                "after it took up " + key.kind,
                () -> Objects.requireNonNull(handlers.get(key.kind))
                        .work(
                                key.subject,
                                progress -> world.unlessDead(
                                        "before it settles " + key.kind, () -> settle(key, asked, lease, progress))));
    }

    /** Unless somebody else has taken it up meanwhile. */
    private void settle(Key key, int asked, Instant lease, Progress progress) {
        Row row = rows.get(key);
        if (row == null || !lease.equals(row.leaseUntil)) {
            return;
        }
        switch (progress) {
            case Progress.Done() -> end(key, row, asked);
            case Progress.Next() -> again(key, row, Duration.ZERO);
            case Progress.Again(Duration pause) -> later(key, row, pause);
            case Progress.Later() -> later(key, row, pause(row.attempts));
        }
    }

    private void end(Key key, Row row, int asked) {
        if (row.asked == asked) {
            rows.remove(key);
        } else {
            again(key, row, Duration.ZERO);
        }
    }

    private void again(Key key, Row row, Duration pause) {
        row.attempts = 0;
        later(key, row, pause);
    }

    private void later(Key key, Row row, Duration pause) {
        row.leaseUntil = null;
        row.dueAt = world.now().plus(pause);
        world.at(row.dueAt, () -> take(key));
    }

    private static Duration pause(int attempts) {
        return Duration.ofMillis(Math.min(30_000, 200L << Math.min(attempts - 1, 10)));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        return rows.keySet().toString();
    }
}
