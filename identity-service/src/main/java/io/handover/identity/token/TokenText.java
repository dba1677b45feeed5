package io.handover.identity.token;

import io.handover.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * What a client sends to act by a token: {@code ucat_} and 43 characters of 62, more than 256 bits. So much chance
 * needs no slow hash: SHA-256 can't be searched backwards.
 *
 * @param text the whole of it
 */
public record TokenText(Secret text) {

    /** How each token begins. */
    public static final String PREFIX = "ucat_";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_CHARACTERS = 43;

    static TokenText make(RandomGenerator random) {
        var text = new StringBuilder(PREFIX);
        random.ints(RANDOM_CHARACTERS, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
        return new TokenText(Secret.of(text.toString().toCharArray()));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.reveal().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
