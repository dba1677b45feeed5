package io.handover.provisioning.credential;

import io.handover.kit.secret.Secret;
import java.security.SecureRandom;
import org.apache.commons.codec.digest.Sha2Crypt;

/** Makes root passwords and their hashes. */
final class RootPassword {

    /** No l, o, I, O, 0, 1: what is read from a screen is typed as it was. */
    private static final char[] ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();

    /** Of 56 characters each: 116 bits. */
    private static final int LENGTH = 20;

    private static final char[] SALT_ALPHABET =
            "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();

    /** The longest that SHA-512 crypt takes: 96 bits. */
    private static final int SALT_LENGTH = 16;

    private RootPassword() {}

    static Secret random(SecureRandom random) {
        return Secret.of(pick(random, ALPHABET, LENGTH));
    }

    /** SHA-512 crypt, as in {@code /etc/shadow}: {@code $6$salt$hash}, 5000 rounds. */
    static String hash(Secret password, SecureRandom random) {
        String salt = "$6$" + new String(pick(random, SALT_ALPHABET, SALT_LENGTH));
        return Sha2Crypt.sha512Crypt(password.toUtf8(), salt); // It wipes the bytes itself.
    }

    private static char[] pick(SecureRandom random, char[] alphabet, int length) {
        char[] picked = new char[length];
        for (int i = 0; i < length; i++) {
            picked[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return picked;
    }
}
