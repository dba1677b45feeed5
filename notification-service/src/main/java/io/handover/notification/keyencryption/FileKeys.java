package io.handover.notification.keyencryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * AES-256-GCM keys (Tink), each in a file of its own. They are read for each use, so that no destroyed one stays in
 * memory.
 */
final class FileKeys implements KeyEncryptionKeys {

    private static final Configuration TINK = AeadConfig2026.get();

    private final KeyFolder folder;
    private final Vertx vertx;

    FileKeys(KeyFolder folder, Vertx vertx) {
        this.folder = folder;
        this.vertx = vertx;
    }

    @Override
    public Uni<List<UUID>> list() {
        return blocking(folder::list);
    }

    @Override
    public Uni<Void> make(UUID keyId) {
        return blocking(() -> {
            byte[] keyset = newKeyset();
            try {
                folder.write(keyId, keyset);
            } finally {
                Arrays.fill(keyset, (byte) 0);
            }
            return null;
        });
    }

    @Override
    public Uni<byte[]> wrap(UUID keyId, byte[] secret, byte[] context) {
        return blocking(() -> aead(keyId).encrypt(secret, context));
    }

    @Override
    public Uni<byte[]> unwrap(UUID keyId, byte[] wrapped, byte[] context) {
        return blocking(() -> aead(keyId).decrypt(wrapped, context));
    }

    @Override
    public Uni<Void> destroy(UUID keyId) {
        return blocking(() -> {
            folder.destroy(keyId);
            return null;
        });
    }

    private Aead aead(UUID keyId) throws IOException, GeneralSecurityException {
        byte[] keyset = folder.read(keyId);
        try {
            return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), TINK)
                    .getPrimitive(TINK, Aead.class);
        } finally {
            Arrays.fill(keyset, (byte) 0);
        }
    }

    private <T> Uni<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private static byte[] newKeyset() throws GeneralSecurityException {
        KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
        return TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get(), TINK);
    }
}
