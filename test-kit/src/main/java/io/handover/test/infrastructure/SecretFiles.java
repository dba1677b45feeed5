package io.handover.test.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Secrets as a container gets them: a folder, and in it a file for each, named after its property. */
final class SecretFiles {

    private SecretFiles() {}

    /** Writes them, and returns the folder. */
    static String of(Map<String, String> secrets) {
        try {
            Path folder = Files.createTempDirectory("handover-secrets");
            for (var secret : secrets.entrySet()) {
                Files.writeString(folder.resolve(secret.getKey()), secret.getValue() + "\n");
            }
            return folder.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException("the secrets were not written", failed);
        }
    }
}
