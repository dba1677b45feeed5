package io.handover.quickstart.search;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms in which a text may lie in a file. Line breaks inside of one are the scanner's to see through. */
final class Encodings {

    /** Three bytes become four characters of Base64. */
    private static final int BASE64_BYTES = 3;

    private final Map<ByteBuffer, String> names = new LinkedHashMap<>();

    private Encodings() {}

    /** Each form once, with the name of the first encoding that makes it: letters and digits look alike in many. */
    static Map<ByteBuffer, String> of(String text) {
        var forms = new Encodings();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        forms.add("UTF-8", utf8);
        forms.add("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        forms.add("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
        forms.add("URL", URLEncoder.encode(text, StandardCharsets.UTF_8));
        forms.add("URL", URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add("quoted-printable", quotedPrintable(utf8));
        forms.add("JSON", new String(JsonStringEncoder.getInstance().quoteAsString(text)));
        forms.add("hex", HexFormat.of().formatHex(utf8));
        forms.add("hex", HexFormat.of().withUpperCase().formatHex(utf8));
        for (int at = 0; at < BASE64_BYTES; at++) {
            forms.add("Base64", base64(Base64.getEncoder(), utf8, at));
            forms.add("Base64", base64(Base64.getUrlEncoder(), utf8, at));
        }
        return Map.copyOf(forms.names);
    }

    private void add(String name, String form) {
        add(name, form.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, byte[] form) {
        names.putIfAbsent(ByteBuffer.wrap(form), name);
    }

    /** RFC 2045, section 6.7, without its line breaks. */
    private static String quotedPrintable(byte[] bytes) {
        var quoted = new StringBuilder();
        for (byte each : bytes) {
            boolean literal = each >= ' ' && each <= '~' && each != '=';
            quoted.append(
                    literal
                            ? "" + (char) each
                            : "=" + HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return quoted.toString();
    }

    /**
     * What Base64 makes of the bytes wherever they begin in a group of three: without the characters at either end that
     * depend on what stands before and after, such as the user name in {@code Authorization: Basic}.
     */
    private static byte[] base64(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] padded = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, padded, offset, bytes.length);
        byte[] encoded = encoder.withoutPadding().encode(padded);
        int from = (offset * 8 + 5) / 6;
        int to = padded.length * 8 / 6;
        return Arrays.copyOfRange(encoded, from, to);
    }
}
