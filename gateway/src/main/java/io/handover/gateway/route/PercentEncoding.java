package io.handover.gateway.route;

import io.handover.gateway.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded UTF-8 (RFC 3986, section 2.1), read strictly. */
final class PercentEncoding {

    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * The text that ASCII stands for.
     *
     * @throws Refusal 400 when an escape is broken or the bytes are not UTF-8
     */
    static String decode(String ascii) {
        if (ascii.indexOf('%') < 0) {
            return ascii;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ascii.length());
        for (int index = 0; index < ascii.length(); index++) {
            if (ascii.charAt(index) == '%') {
                bytes.write(hexByte(ascii, index + 1));
                index += 2;
            } else {
                bytes.write(ascii.charAt(index));
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int hexByte(String ascii, int from) {
        int high = from < ascii.length() ? Character.digit(ascii.charAt(from), HEX) : -1;
        int low = from + 1 < ascii.length() ? Character.digit(ascii.charAt(from + 1), HEX) : -1;
        if (high < 0 || low < 0) {
            throw Refusal.malformed("The URL has a broken percent-escape.");
        }
        return high * HEX + low;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.malformed("The URL has percent-escapes that are not UTF-8.");
        }
    }
}
