package io.handover.notification.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.audit.Checkpoint;
import io.handover.notification.audit.AuditKeys.Signer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainHeadTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00.123456Z");
    private static final Map<String, @Nullable String> FACTS = Map.of("action", "server.stop");

    private final UUID account = UUID.randomUUID();
    private final ChainHead none = ChainHead.before(account);

    @TempDir
    private Path folder;

    @Test
    void signsEachEnd() throws Exception {
        Signer signer = signer("a.pem");
        ChainHead head = none.then(FACTS, signer, NOW).then(FACTS, signer, NOW);

        Checkpoint signed = Checkpoint.open(String.valueOf(head.checkpoint()), signer.known());

        assertThat(signed)
                .isEqualTo(new Checkpoint(
                        account, 2, head.hash(), NOW, signer.key().verifier()));
    }

    @Test
    void goesOnAfterAChangeOfTheKey() {
        Signer before = signer("a.pem");
        Signer now = signer("b.pem");
        Signer after =
                new Signer(now.key(), List.of(now.key().verifier(), before.key().verifier()));

        ChainHead head = none.then(FACTS, before, NOW).then(FACTS, after, NOW);

        assertThat(head.isSigned(now)).isTrue();
    }

    @Test
    void doesNotGoOnAfterAKeyThatItDoesNotKnow() {
        Signer now = signer("b.pem");
        ChainHead foreign = none.then(FACTS, signer("a.pem"), NOW);

        ChainHead head = foreign.then(FACTS, now, NOW);

        assertThat(foreign.isSigned(now)).isFalse();
        assertThat(head.size()).isEqualTo(2);
        assertThat(head.checkpoint()).isEqualTo(foreign.checkpoint());
    }

    @Test
    void signsNoEndThatHasNoCheckpoint() {
        Signer signer = signer("a.pem");
        ChainHead unsigned = new ChainHead(account, 1, none.then(FACTS).hash(), null);

        assertThat(unsigned.isSigned(signer)).isFalse();
        assertThat(unsigned.then(FACTS, signer, NOW).checkpoint()).isNull();
    }

    @Test
    void signsNoEndOfAnotherAccount() {
        Signer signer = signer("a.pem");
        ChainHead other = ChainHead.before(UUID.randomUUID()).then(FACTS, signer, NOW);

        assertThat(new ChainHead(account, 1, other.hash(), other.checkpoint()).isSigned(signer))
                .isFalse();
    }

    private Signer signer(String file) {
        var key = SigningKeyFile.open(folder.resolve(file));
        return new Signer(key, List.of(key.verifier()));
    }
}
