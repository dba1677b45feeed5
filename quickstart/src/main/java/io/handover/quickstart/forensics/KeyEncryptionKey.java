package io.handover.quickstart.forensics;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A key that wraps delivery keys, read from its file. */
record KeyEncryptionKey(UUID id, Aead aead) {

    private static final String ENDING = ".key";

    /** All that are in the folder now. */
    static List<KeyEncryptionKey> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        List<KeyEncryptionKey> keys = new ArrayList<>();
        for (Path file : files) {
            readUnlessDestroyed(file, keys);
        }
        return keys;
    }

    private static void readUnlessDestroyed(Path file, List<KeyEncryptionKey> keys) throws IOException {
        try {
            String name = file.getFileName().toString();
            Aead aead = TinkProtoKeysetFormat.parseKeyset(
                            Files.readAllBytes(file), InsecureSecretKeyAccess.get(), AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
            keys.add(new KeyEncryptionKey(UUID.fromString(name.substring(0, name.length() - ENDING.length())), aead));
        } catch (NoSuchFileException | GeneralSecurityException destroyed) {
            // Between two looks, or while it was read.
        }
    }
}
