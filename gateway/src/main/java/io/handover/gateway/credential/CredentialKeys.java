package io.handover.gateway.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names credentials without keeping them: HMAC-SHA256 under a key that lives and dies with this process. A dump of the
 * cache's keys is of no use for guessing passwords.
 */
final class CredentialKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    CredentialKeys(SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    String of(Credential credential) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String named = credential.authorization() + '\n' + credential.clientAddress();
            return Base64.getEncoder().encodeToString(mac.doFinal(named.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, impossible);
        }
    }
}
