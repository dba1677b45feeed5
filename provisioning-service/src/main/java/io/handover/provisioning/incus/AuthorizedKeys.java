package io.handover.provisioning.incus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;

/** The file {@code authorized_keys}, see sshd(8). Pure. */
final class AuthorizedKeys {

    private AuthorizedKeys() {}

    /** What is there, and after it what is not there yet. */
    static byte[] with(byte[] file, List<String> keys) {
        var lines = new LinkedHashSet<>(
                new String(file, StandardCharsets.UTF_8).lines().toList());
        lines.addAll(keys);
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
