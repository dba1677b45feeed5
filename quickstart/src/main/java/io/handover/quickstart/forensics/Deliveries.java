package io.handover.quickstart.forensics;

import io.handover.quickstart.client.Unexpected;
import io.handover.quickstart.stack.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which deliveries have ended, as notification's database has it. */
final class Deliveries {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private static final String ENDED = "select delivery_id, server_id from delivery where ended_at is not null";
    private static final String PENDING = "select delivery_id, server_id from delivery where ended_at is null";

    private final Databases databases;
    private final Progress progress;

    Deliveries(Databases databases, Progress progress) {
        this.databases = databases;
        this.progress = progress;
    }

    /** The ids of those that have ended. */
    Set<UUID> ended() throws SQLException {
        return ids(ENDED, "delivery_id");
    }

    /** Waits until the delivery of each of these servers has ended. */
    void awaitEnds(Collection<UUID> servers) throws SQLException, InterruptedException {
        await(servers, ENDED, "ended");
    }

    /** Waits until the delivery of each of these servers is under way. */
    void awaitBeginnings(Collection<UUID> servers) throws SQLException, InterruptedException {
        await(servers, PENDING, "begun");
    }

    private void await(Collection<UUID> servers, String query, String what) throws SQLException, InterruptedException {
        Duration begun = progress.elapsed();
        Duration reminded = begun;
        Set<UUID> left = new HashSet<>(servers);
        while (!left.isEmpty()) {
            left.removeAll(ids(query, "server_id"));
            if (progress.elapsed().minus(begun).compareTo(PATIENCE) > 0) {
                throw new Unexpected("%d of %d deliveries have not %s within %d s."
                        .formatted(left.size(), servers.size(), what, PATIENCE.toSeconds()));
            }
            if (progress.elapsed().minus(reminded).compareTo(REMINDER) > 0) {
                progress.say(
                        "%d of %d deliveries have %s".formatted(servers.size() - left.size(), servers.size(), what));
                reminded = progress.elapsed();
            }
            Thread.sleep(GLANCE);
        }
    }

    private Set<UUID> ids(String query, String column) throws SQLException {
        try (Connection connection = databases.connect("notification");
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            Set<UUID> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getObject(column, UUID.class));
            }
            return ids;
        }
    }
}
