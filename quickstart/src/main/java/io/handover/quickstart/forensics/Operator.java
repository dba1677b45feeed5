package io.handover.quickstart.forensics;

import com.google.crypto.tink.util.Bytes;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.quickstart.client.Unexpected;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Whoever may read notification's database and its key-encryption keys at every moment, and unwraps each delivery key
 * while that is possible. So the passwords become known that nobody was sent. The copies, without what wrapped them,
 * are the attacker's.
 */
final class Operator implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String KEYS = "select key_id, kek_id, wrapped_private, expires_at from delivery_key";

    private final Databases databases;
    private final Path keyFolder;
    private final Map<WrappedKey, Optional<PrivateKey>> copies = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean closed;

    private Operator(Databases databases, Path keyFolder) {
        this.databases = databases;
        this.keyFolder = keyFolder;
    }

    /** Begins to look. */
    static Operator at(Databases databases, Path keyFolder) {
        var operator = new Operator(databases, keyFolder);
        Thread.ofPlatform().daemon().name("operator").start(operator::watch);
        return operator;
    }

    /** Every copy of a delivery key that was seen. */
    Collection<WrappedKey> copies() {
        return List.copyOf(copies.keySet());
    }

    /** The password, from what was unwrapped in time. */
    Optional<String> open(PasswordGenerated sealed) {
        return copies.entrySet().stream()
                .filter(copy -> copy.getKey().keyId().equals(sealed.keyId()))
                .flatMap(copy -> copy.getValue().stream())
                .flatMap(key -> key.open(sealed).stream())
                .findFirst();
    }

    /** The keys that wrap now. */
    List<KeyEncryptionKey> keys() throws IOException {
        return KeyEncryptionKey.in(keyFolder);
    }

    /** Waits until none of the keys is left that wrapped anything so far, and what is left was seen. */
    void awaitRotation() throws IOException, InterruptedException {
        Set<UUID> old = copies.keySet().stream().map(WrappedKey::kekId).collect(Collectors.toSet());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (keys().stream().map(KeyEncryptionKey::id).anyMatch(old::contains)) {
            if (System.nanoTime() > deadline) {
                throw new Unexpected("The key-encryption keys did not rotate within " + PATIENCE.toSeconds() + " s.");
            }
            Thread.sleep(GLANCE);
        }
        int begun = looks.get();
        while (looks.get() < begun + 2) {
            if (System.nanoTime() > deadline) {
                throw new Unexpected("Nobody looked at the delivery keys for " + PATIENCE.toSeconds() + " s.");
            }
            Thread.sleep(GLANCE);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void watch() {
        try (Connection connection = databases.connect("notification");
                PreparedStatement statement = connection.prepareStatement(KEYS)) {
            while (!closed) {
                // The keys first: what they wrap is only destroyed after it was wrapped anew.
                List<KeyEncryptionKey> keys = keys();
                copies(statement).forEach(copy -> keep(copy, keys));
                looks.incrementAndGet();
                Thread.sleep(GLANCE);
            }
        } catch (SQLException | IOException gone) {
            // So is the stack.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What does not unwrap now was wrapped by a key that came after this look; the next one will see both. */
    private void keep(WrappedKey copy, List<KeyEncryptionKey> keys) {
        if (copies.getOrDefault(copy, Optional.empty()).isEmpty()) {
            copies.put(
                    copy,
                    keys.stream()
                            .filter(key -> key.id().equals(copy.kekId()))
                            .flatMap(key -> copy.unwrap(key).stream())
                            .findFirst());
        }
    }

    private static List<WrappedKey> copies(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<WrappedKey> copies = new ArrayList<>();
            while (rows.next()) {
                copies.add(new WrappedKey(
                        rows.getObject("key_id", UUID.class),
                        rows.getObject("kek_id", UUID.class),
                        Bytes.copyFrom(rows.getBytes("wrapped_private")),
                        rows.getObject("expires_at", OffsetDateTime.class).toInstant()));
            }
            return copies;
        }
    }
}
