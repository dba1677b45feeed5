package io.handover.sandbox.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.apache.commons.codec.digest.Sha2Crypt;

/** A password as {@code /etc/shadow} keeps it: SHA-512 crypt. It never shows itself in a log. */
public final class PasswordHash {

    /** What it looks like; the number of rounds is bounded, because each attempt to log in pays for them. */
    public static final String FORM = "\\$6\\$(rounds=[1-9][0-9]{3,5}\\$)?[./0-9A-Za-z]{1,16}\\$[./0-9A-Za-z]{86}";

    private final String text;

    private PasswordHash(String text) {
        this.text = text;
    }

    /** A hash that was made elsewhere. */
    public static PasswordHash of(String text) {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("not a SHA-512 crypt hash");
        }
        return new PasswordHash(text);
    }

    /** The hash of a new password, which stays the caller's to wipe. */
    public static PasswordHash of(char[] password, SecureRandom random) {
        return new PasswordHash(Sha2Crypt.sha512Crypt(utf8(password), null, random));
    }

    /** Takes the same time wherever the two differ. */
    public boolean matches(char[] password) {
        String other = Sha2Crypt.sha512Crypt(utf8(password), text);
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** The text, to be kept. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }

    /** A copy that the hashing wipes. */
    private static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] utf8 = new byte[encoded.remaining()];
        encoded.get(utf8);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return utf8;
    }
}
