package io.handover.events.audit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A trail of an account as it is exported. */
record TestTrail(UUID account, SigningKey key, List<AuditLine> lines) {

    static TestTrail of(int lines) {
        return of(UUID.randomUUID(), newKey(), lines);
    }

    static TestTrail of(UUID account, SigningKey key, int size) {
        List<AuditLine> lines = new ArrayList<>();
        String head = AuditChain.genesis(account);
        for (int sequence = 1; sequence <= size; sequence++) {
            Map<String, @Nullable String> facts = facts(account, sequence);
            head = AuditChain.hash(head, facts, sequence);
            String checkpoint = sequence == size ? key.sign(account, size, head, Instant.EPOCH) : null;
            lines.add(new AuditLine(facts, sequence, head, checkpoint));
        }
        return new TestTrail(account, key, lines);
    }

    static SigningKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] bytes = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new SigningKey(VerifierKey.of("handover/audit", bytes), pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Checkpoint checkpoint() throws BadCheckpoint {
        return Checkpoint.open(String.valueOf(lines.getLast().checkpoint()), List.of());
    }

    static AuditLine with(AuditLine line, String fact, @Nullable String value) {
        Map<String, @Nullable String> facts = new LinkedHashMap<>(line.facts());
        facts.put(fact, value);
        return new AuditLine(facts, line.sequence(), line.hash(), line.checkpoint());
    }

    private static Map<String, @Nullable String> facts(UUID account, int number) {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        AuditLine.FACTS.forEach(fact -> facts.put(fact, fact + " " + number));
        facts.put("detail", null);
        facts.put("account", account.toString());
        return facts;
    }
}
