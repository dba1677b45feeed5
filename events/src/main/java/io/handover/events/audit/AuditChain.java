package io.handover.events.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hash chain (Schneier and Kelsey, <i>Secure Audit Logs to Support Computer Forensics</i>, 1999): the hash of each
 * line covers the line and the hash before it, so that a line cannot change, go, come or move without changing all
 * hashes after it. SHA-256, in lower-case hexadecimal digits.
 */
public final class AuditChain {

    private static final String TRAIL = "handover.audit.trail.v1\n";
    private static final String LINE = "handover.audit.line.v1\n";

    private AuditChain() {}

    /** What stands before the first line of an account. */
    public static String genesis(UUID account) {
        return sha256(TRAIL + account);
    }

    /** The hash of a line: over the one before, and over the line's facts and number as {@link CanonicalJson}. */
    public static String hash(String previous, Map<String, @Nullable String> facts, long sequence) {
        Map<String, @Nullable Object> line = new TreeMap<>(facts);
        line.put(AuditLine.SEQUENCE, sequence);
        return sha256(LINE + previous + "\n" + CanonicalJson.of(line));
    }

    /** The SHA-256 of a text in UTF-8. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
