package io.handover.sandbox.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** A public key as a line of {@code authorized_keys}: type, key, and a comment at most, no options. */
public final class AuthorizedKey {

    private static final String FORM = "[a-z0-9@.-]+ [A-Za-z0-9+/]+=*( \\P{Cntrl}*)?";
    private static final int LENGTH_MAX = 8192;
    private static final int RSA_BITS_MIN = 1024;

    private AuthorizedKey() {}

    /** Empty when it is none, of a kind that the SSH server does not know, or too weak. */
    public static Optional<PublicKey> parse(String line) {
        if (line.length() > LENGTH_MAX || !line.matches(FORM)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(PublicKeyEntry.parsePublicKeyEntry(line)
                            .resolvePublicKey(null, null, PublicKeyEntryResolver.FAILING))
                    .filter(AuthorizedKey::isStrong);
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isStrong(PublicKey key) {
        return !"RSA".equals(key.getAlgorithm()) || KeyUtils.getKeySize(key) >= RSA_BITS_MIN;
    }
}
