package io.handover.events.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A named Ed25519 key that checkpoints are verified with. Its text is the <i>vkey</i> of C2SP's signed-note, such as
 * {@code handover/audit+1c9b2a33+AZ…}: name, id, and the type 1 with the key's 32 bytes in Base64.
 */
public record VerifierKey(String name, PublicKey key) {

    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern TEXT = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+(\\S+)");

    /**
     * A key by its 32 bytes (RFC 8032).
     *
     * @throws IllegalArgumentException if they are none
     */
    public static VerifierKey of(String name, byte[] bytes) {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(bytes, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        try {
            return new VerifierKey(
                    name, KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException none) {
            throw new IllegalArgumentException("no Ed25519 key", none);
        }
    }

    /**
     * Reads a vkey.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static VerifierKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a verifier key: " + text);
        }
        byte[] typed = Base64.getDecoder().decode(parts.group(3));
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key: " + text);
        }
        VerifierKey key = of(parts.group(1), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.toString().equals(text)) {
            throw new IllegalArgumentException("the id is another key's: " + text);
        }
        return key;
    }

    /** Reads the vkeys of a text, one a line. */
    public static List<VerifierKey> parseAll(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(VerifierKey::parse)
                .toList();
    }

    /** Eight hexadecimal digits that name and key have in common with no other. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    @Override
    public String toString() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    byte[] idBytes() {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(named.length + 1 + KEY_BYTES)
                .put(named)
                .put(typed())
                .array();
        return Arrays.copyOf(AuditChain.sha256(bytes), ID_BYTES);
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private byte[] typed() {
        byte[] encoded = key.getEncoded();
        byte[] typed = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES - 1, encoded.length);
        typed[0] = ED25519;
        return typed;
    }
}
