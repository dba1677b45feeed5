package io.handover.events.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The Ed25519 key that checkpoints are signed with. It never shows its private half. */
public final class SigningKey {

    private final VerifierKey verifier;
    private final PrivateKey key;

    /** The two halves must belong together. */
    public SigningKey(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs that an account's trail has so many lines, and that the last of them has this hash. */
    public String sign(UUID account, long size, String head, Instant now) {
        return sign(new Checkpoint(account, size, head, now, verifier).text());
    }

    private String sign(String text) {
        byte[] signature = signature(text);
        byte[] id = verifier.idBytes();
        byte[] both = ByteBuffer.allocate(id.length + signature.length)
                .put(id)
                .put(signature)
                .array();
        return new SignedNote(text, verifier.name(), Base64.getEncoder().encodeToString(both)).toString();
    }

    private byte[] signature(String text) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the audit signing key does not sign", broken);
        }
    }
}
