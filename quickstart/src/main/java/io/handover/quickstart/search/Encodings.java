package io.handover.quickstart.search;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms in which a text may lie in a file. */
final class Encodings {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** Three bytes become four characters of Base64. */
    private static final int BASE64_BYTES = 3;

    private Encodings() {}

    /** Each form once. */
    static Set<ByteBuffer> of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Stream<byte[]> plain = CHARSETS.stream().map(text::getBytes);
        Stream<byte[]> escaped = Stream.of(
                        URLEncoder.encode(text, StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(utf8),
                        HexFormat.of().withUpperCase().formatHex(utf8))
                .map(Encodings::ascii);
        Stream<byte[]> base64 = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> IntStream.range(0, BASE64_BYTES).mapToObj(at -> base64(encoder, utf8, at)));
        return Stream.of(plain, escaped, base64)
                .flatMap(forms -> forms)
                .map(ByteBuffer::wrap)
                .collect(Collectors.toUnmodifiableSet());
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
