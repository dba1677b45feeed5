package io.handover.identity.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106), written down as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}. Pure.
 *
 * @param memoryKib memory of one computation
 * @param passes over that memory
 */
record Argon2id(int memoryKib, int passes) {

    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    String hash(String password, byte[] salt) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return prefix() + base64.encodeToString(salt) + "$" + base64.encodeToString(compute(password, salt));
    }

    /** Whether a hash was made with these very costs. */
    boolean made(String hash) {
        return hash.startsWith(prefix());
    }

    /** Compares in constant time, with the costs the hash was made with. */
    static boolean verify(String password, String hash) {
        Matcher parts = PHC.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        var made = new Argon2id(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] computed = made.compute(password, base64.decode(parts.group(3)));
        return MessageDigest.isEqual(computed, base64.decode(parts.group(4)));
    }

    private String prefix() {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=1$";
    }

    private byte[] compute(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] utf8 = password.getBytes(StandardCharsets.UTF_8);
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(utf8, hash);
        Arrays.fill(utf8, (byte) 0);
        return hash;
    }
}
