package io.handover.provisioning.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/** Checks SSH keys: each a line of an {@code authorized_keys} file without options (sshd(8)). */
final class SshKeys {

    static final int KEYS_MAX = 32;
    private static final int LENGTH_MAX = 8192;
    private static final Pattern LINE = Pattern.compile("[a-z0-9@.-]+ [A-Za-z0-9+/]+=* ?\\P{Cntrl}*");

    private SshKeys() {}

    /** An absent list is an empty one. */
    static List<String> checked(@Nullable List<@Nullable String> keys) {
        if (keys == null) {
            return List.of();
        }
        if (keys.size() > KEYS_MAX) {
            throw ServerRefusals.tooManySshKeys(KEYS_MAX);
        }
        return IntStream.range(0, keys.size())
                .mapToObj(position -> valid(keys.get(position), position + 1))
                .toList();
    }

    private static String valid(@Nullable String key, int position) {
        String line = key == null ? "" : key.strip();
        if (line.length() > LENGTH_MAX || !LINE.matcher(line).matches() || !isKey(line)) {
            throw ServerRefusals.badSshKey(position);
        }
        return line;
    }

    private static boolean isKey(String line) {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(line)
                            .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING)
                    != null;
        } catch (IOException | GeneralSecurityException | RuntimeException malformed) {
            return false; // The parser says so in many ways.
        }
    }
}
