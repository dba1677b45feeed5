package io.handover.identity.password;

import io.handover.kit.refusal.Refusal;
import io.handover.kit.secret.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Judges, hashes and verifies passwords. The hashing is slow by intent, so it has a few threads and a short queue of
 * its own, in which people who are known where they are go first; an overflowing queue refuses with 503.
 */
@ApplicationScoped
public class Passwords {

    private static final int UNKNOWN_BYTES = 32;
    private static final List<String> SERVICE = List.of("handover", "upcloud");

    private final Argon2id argon2id;
    private final SecureRandom random;
    private final ThreadPoolExecutor workers;
    private final AtomicLong asked = new AtomicLong();
    private final String nobodysHash;

    Passwords(PasswordConfig config, SecureRandom random) {
        this.argon2id = new Argon2id(config.memoryKib(), config.passes());
        this.random = random;
        this.workers = new ThreadPoolExecutor(
                config.concurrency(), config.concurrency(), 0, TimeUnit.SECONDS, new WaitingLine(config.queue()));
        this.nobodysHash = argon2id.hash("nobody has this password", salt());
    }

    /** Why a password can't be taken, if so. */
    public Optional<String> refusalOf(Secret password, Collection<String> personalWords) {
        List<String> words = new ArrayList<>(personalWords);
        words.addAll(SERVICE);
        return PasswordRule.broken(text(password), words);
    }

    /** A salted hash in the form of a PHC string. */
    public Uni<String> hash(Secret password) {
        return offTheEventLoop(Whose.STRANGERS, () -> argon2id.hash(text(password), salt()));
    }

    /** As if of a password, but of one that nobody knows. */
    public Uni<String> hashOfNone() {
        byte[] unknown = new byte[UNKNOWN_BYTES];
        random.nextBytes(unknown);
        return hash(Secret.of(HexFormat.of().formatHex(unknown).toCharArray()));
    }

    /** Whether the password is the one that was hashed. */
    public Uni<Boolean> verify(Secret password, String hash, Whose turn) {
        return offTheEventLoop(turn, () -> Argon2id.verify(text(password), hash));
    }

    /** Takes as long as {@link #verify}, so that time does not tell which usernames exist. Always false. */
    public Uni<Boolean> verifyForNobody(Secret password) {
        return verify(password, nobodysHash, Whose.STRANGERS).map(ignored -> false);
    }

    /** Whether a hash was made with other costs than today's and is worth making again. */
    public boolean isOutdated(String hash) {
        return !argon2id.made(hash);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** The same text however its accents were typed: NFC, as NIST asks. */
    private static String text(Secret password) {
        return Normalizer.normalize(password.reveal(), Normalizer.Form.NFC);
    }

    /** Comes back on the caller's context: Hibernate Reactive's sessions belong to one. */
    private <T> Uni<T> offTheEventLoop(Whose turn, Supplier<T> work) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(task -> workers.execute(new Computation(turn, asked.incrementAndGet(), task)))
                .emitOn(command -> context.runOnContext(ignored -> command.run()))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> Refusal.busy("Too many people are signing in. Try again."));
    }
}
