package io.handover.events.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is signed of a trail, in the layout of C2SP's tlog-checkpoint: origin, size, hash, and two lines of our own, the
 * time and the key. The hash is the last line's and not that of a Merkle tree, because the trail is a chain.
 *
 * @param account whose trail it is; the origin names it
 * @param size how many lines the trail had
 * @param head the hash of the last of them
 * @param signedAt when, by the signer's clock
 * @param key the public half of the key that signed
 */
public record Checkpoint(UUID account, long size, String head, Instant signedAt, VerifierKey key) {

    private static final String ORIGIN = "handover/audit/";
    private static final Pattern TEXT = Pattern.compile(
            ORIGIN + "([-0-9a-f]{36})\n([1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\nsigned (\\S+)\nkey (\\S+)\n");

    /**
     * Reads a checkpoint and checks its signature.
     *
     * @param trusted the keys that may have signed it; if there are none, the key that it names itself
     */
    public static Checkpoint open(String note, Collection<VerifierKey> trusted) throws BadCheckpoint {
        SignedNote signed = SignedNote.parse(note);
        Checkpoint checkpoint = parse(signed.text());
        if (!trusted.isEmpty() && !trusted.contains(checkpoint.key)) {
            throw new BadCheckpoint("its checkpoint is signed by a key that is not known: " + checkpoint.key);
        }
        if (!signed.isSignedBy(checkpoint.key)) {
            throw new BadCheckpoint("the signature of its checkpoint is wrong");
        }
        return checkpoint;
    }

    private static Checkpoint parse(String text) throws BadCheckpoint {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new BadCheckpoint("its checkpoint is not one of an audit trail");
        }
        try {
            return new Checkpoint(
                    UUID.fromString(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    HexFormat.of().formatHex(Base64.getDecoder().decode(parts.group(3))),
                    Instant.parse(parts.group(4)),
                    VerifierKey.parse(parts.group(5)));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new BadCheckpoint("its checkpoint is not one of an audit trail");
        }
    }

    /** What is signed. */
    String text() {
        String hash = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(head));
        return ORIGIN + account + "\n" + size + "\n" + hash + "\nsigned " + signedAt + "\nkey " + key + "\n";
    }
}
