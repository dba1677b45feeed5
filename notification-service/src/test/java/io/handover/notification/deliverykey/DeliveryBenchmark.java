package io.handover.notification.deliverykey;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.provisioning.SealingContext;
import io.handover.kit.ambient.Ids;
import io.handover.kit.secret.Secret;
import io.handover.notification.TestDeliveryKeys;
import io.handover.notification.TestHandover;
import io.handover.notification.keyencryption.KeyEncryptionKeys;
import io.handover.notification.provider.FakeMailServer;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a key of its own costs a password: keys, seals and opens per second, how long a key outlives the provider's
 * answer, and how many transactions and events a delivery takes. {@code ./handover bench} runs it; it is no test of the
 * suite.
 */
@QuarkusTest
@TestProfile(DeliveryBenchmark.AsInstalled.class)
class DeliveryBenchmark {

    /** Tests rotate and refill all the time; and what this wraps must not be destroyed meanwhile. */
    public static final class AsInstalled implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "handover.delivery-key.batch", "256",
                    "handover.delivery-key.look-every", "5S",
                    "handover.delivery-key.low-water", "128",
                    "handover.key-encryption.period", "1H");
        }
    }

    private static final int TIMES = Integer.getInteger("handover.bench.deliveries", 1_000);
    private static final int WARM_UP = 50;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final UUID ID = UUID.randomUUID();
    private static final Instant SOON = Instant.parse("2030-01-01T00:00:00Z");
    private static final SealingContext CONTEXT = new SealingContext(ID, ID, ID, DeliveryMethod.EMAIL, ID, SOON);

    @Inject
    AgroalDataSource database;

    @Inject
    KeyEncryptionKeys keks;

    @Inject
    Ids ids;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @Test
    void forgetsAtOnce() throws Exception {
        System.out.printf("%n%-58s%12s%n", "One at a time, on one thread", "per second");
        crypto();
        deliveries();
    }

    private void crypto() {
        UUID kek = ids.timeOrdered();
        keks.make(kek).await().indefinitely();
        byte[] row = WrappedKey.context(ID, SOON);
        DeliveryKeyPair pair = DeliveryKeyPair.make();
        var offered = new DeliveryKey(ID, pair.publicKey(), SOON, SOON);
        byte[] wrapped = keks.wrap(kek, pair.privateKeyset(), row).await().indefinitely();
        String box = TestDeliveryKeys.seal(offered, "a password of 20 cha", CONTEXT);

        rate("key pairs made", () -> DeliveryKeyPair.make().publicKey());
        rate(
                "key pairs made and wrapped (file)",
                () -> keks.wrap(kek, DeliveryKeyPair.make().privateKeyset(), row)
                        .await()
                        .indefinitely());
        rate("passwords sealed", () -> TestDeliveryKeys.seal(offered, "a password of 20 cha", CONTEXT));
        rate("boxes opened", () -> pair.open(box, CONTEXT).ifPresent(Secret::close));
        rate(
                "boxes opened after unwrapping their key (file)",
                () -> DeliveryKeyPair.of(keks.unwrap(kek, wrapped, row).await().indefinitely())
                        .open(box, CONTEXT)
                        .ifPresent(Secret::close));
    }

    private static void rate(String what, Runnable work) {
        for (int round = 0; round < TIMES; round++) {
            work.run();
        }
        long begun = System.nanoTime();
        for (int round = 0; round < TIMES; round++) {
            work.run();
        }
        System.out.printf("%-58s%,12.0f%n", what, TIMES * 1e9 / (System.nanoTime() - begun));
    }

    private void deliveries() throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // What this looks at must not count as transactions.
            for (int round = 0; round < WARM_UP; round++) {
                deliver(connection);
            }
            double idlePerSecond = idle(connection);
            long before = transactions(connection);
            long begun = System.nanoTime();
            List<Duration> outlived = new ArrayList<>();
            for (int round = 0; round < TIMES; round++) {
                outlived.add(deliver(connection));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            double transactions = transactions(connection) - before - idlePerSecond * seconds;
            report(outlived, transactions / TIMES);
        }
    }

    private void report(List<Duration> outlived, double transactions) {
        System.out.printf("%n%-58s%12s%n", "%,d deliveries by mail, one after the other".formatted(TIMES), "");
        for (int percent : List.of(50, 99)) {
            System.out.printf(
                    "%-58s%12.2f%n",
                    "ms from the provider's answer to the key's end, p" + percent, millis(outlived, percent));
        }
        System.out.printf("%-58s%12.1f%n", "transactions in notification's database, each", transactions);
        System.out.printf("%-58s%12.1f%n", "events about it, each: heard 2, said", said());
    }

    /** How long the key was there after the mail server had the mail. */
    private Duration deliver(Connection connection) throws SQLException {
        var handover = TestHandover.any().openAccount();
        var generated = handover.generated(DeliveryMethod.EMAIL);
        CREDENTIALS.say(generated);
        SERVERS.say(handover.deployed());
        while (mail.to(handover.email()).isEmpty()) {
            Thread.onSpinWait();
        }
        long taken = System.nanoTime();
        try (PreparedStatement query = connection.prepareStatement("select 1 from delivery_key where key_id = ?")) {
            query.setObject(1, generated.keyId());
            while (exists(query)) {
                Thread.onSpinWait();
            }
        }
        return Duration.ofNanos(System.nanoTime() - taken);
    }

    private static boolean exists(PreparedStatement query) throws SQLException {
        try (ResultSet found = query.executeQuery()) {
            return found.next();
        }
    }

    /** What the service does by itself, in transactions per second. */
    private static double idle(Connection connection) throws Exception {
        long before = transactions(connection);
        Thread.sleep(IDLE);
        return (transactions(connection) - before) / (double) IDLE.toSeconds();
    }

    /** PostgreSQL writes its statistics down with a second's delay. */
    private static long transactions(Connection connection) throws Exception {
        Thread.sleep(Duration.ofSeconds(2));
        try (var statement = connection.createStatement();
                ResultSet counted =
                        statement.executeQuery("select pg_stat_clear_snapshot(), xact_commit + xact_rollback"
                                + " from pg_stat_database where datname = current_database()")) {
            assertThat(counted.next()).isTrue();
            return counted.getLong(2);
        }
    }

    private static double said() {
        return new TestTopic<DeliveryEvent>(Topics.NOTIFICATION_DELIVERY)
                        .heard()
                        .size()
                / (double) (TIMES + WARM_UP);
    }

    private static double millis(List<Duration> durations, int percent) {
        long[] sorted = durations.stream().mapToLong(Duration::toNanos).sorted().toArray();
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1] / 1e6;
    }
}
