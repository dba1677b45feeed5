package io.handover.notification.audit;

import io.handover.events.audit.AuditChain;
import io.handover.events.audit.BadCheckpoint;
import io.handover.events.audit.Checkpoint;
import io.handover.notification.audit.AuditKeys.Signer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the trail of an account ends. Pure.
 *
 * @param size how many lines it has
 * @param hash the last one's
 * @param checkpoint a signed note of both; null before the first line
 */
record ChainHead(
        UUID account, long size, String hash, @Nullable String checkpoint) {

    static ChainHead before(UUID account) {
        return new ChainHead(account, 0, AuditChain.genesis(account), null);
    }

    /**
     * The head after one more line. Only a head that was signed is signed on: if the database says another end than the
     * one that was signed, the trail goes on without a checkpoint that fits, and every verification of it says so.
     */
    ChainHead then(Map<String, @Nullable String> facts, Signer signer, Instant now) {
        return isSigned(signer) ? then(facts).sign(signer, now) : then(facts);
    }

    /** The same, with the checkpoint that was. */
    ChainHead then(Map<String, @Nullable String> facts) {
        return new ChainHead(account, size + 1, AuditChain.hash(hash, facts, size + 1), checkpoint);
    }

    ChainHead sign(Signer signer, Instant now) {
        return new ChainHead(account, size, hash, signer.key().sign(account, size, hash, now));
    }

    /** Whether it is as this service left it. */
    boolean isSigned(Signer signer) {
        return checkpoint == null ? equals(before(account)) : isSigned(checkpoint, signer);
    }

    private boolean isSigned(String note, Signer signer) {
        try {
            Checkpoint signed = Checkpoint.open(note, signer.known());
            return signed.account().equals(account)
                    && signed.size() == size
                    && signed.head().equals(hash);
        } catch (BadCheckpoint bad) {
            return false;
        }
    }
}
