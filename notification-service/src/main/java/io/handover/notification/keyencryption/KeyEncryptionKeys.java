package io.handover.notification.keyencryption;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * A place outside the database where key-encryption keys are made, used and destroyed. Each answer comes on the Vert.x
 * context it was asked on. A failure says that the place can't be reached or used now; only {@link #list} tells that a
 * key is gone.
 */
public interface KeyEncryptionKeys {

    /** Those that exist, in no order. Nobody may be making one meanwhile. */
    Uni<List<UUID>> list();

    /** Makes one; it outlives a crash from the moment this is answered. */
    Uni<Void> make(UUID keyId);

    /**
     * Encrypts with authentication.
     *
     * @param secret to be wiped by the caller
     * @param context what {@link #unwrap} must be given again
     */
    Uni<byte[]> wrap(UUID keyId, byte[] secret, byte[] context);

    /** The secret, for the caller to wipe; fails when key or context are not those it was wrapped with. */
    Uni<byte[]> unwrap(UUID keyId, byte[] wrapped, byte[] context);

    /** Destroys one for good; nothing if there is none. */
    Uni<Void> destroy(UUID keyId);
}
