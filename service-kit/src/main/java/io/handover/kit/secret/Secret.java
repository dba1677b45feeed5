package io.handover.kit.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A secret text that never shows itself: it has no {@code toString}, no JSON form, and can be wiped. */
public final class Secret implements AutoCloseable {

    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Takes ownership of the array: wiping the secret wipes it. */
    public static Secret of(char[] characters) {
        return new Secret(characters);
    }

    /** Reads UTF-8; the bytes stay the caller's to wipe. */
    public static Secret ofUtf8(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        decoded.clear();
        decoded.put(new char[decoded.capacity()]);
        return new Secret(characters);
    }

    /** A copy in UTF-8, to be wiped by the caller. */
    public byte[] toUtf8() {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] utf8 = new byte[encoded.remaining()];
        encoded.get(utf8);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return utf8;
    }

    /** The text itself, as a {@code String} that can't be wiped: only where a library takes nothing else. */
    public String reveal() {
        return new String(characters);
    }

    /** Overwrites the characters; the secret is of no use afterwards. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
