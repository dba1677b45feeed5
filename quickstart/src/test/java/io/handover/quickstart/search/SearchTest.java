package io.handover.quickstart.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the search finds what is there is what makes its "0 times" worth something. */
class SearchTest {

    private static final String SECRET = "pä55/word+with & spaces?";
    private static final int BUFFER_BYTES = 1024 * 1024;

    @TempDir
    private Path folder;

    static Stream<byte[]> formsOfTheSecret() {
        byte[] utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                Stream.of(
                        utf8,
                        SECRET.getBytes(StandardCharsets.UTF_16LE),
                        SECRET.getBytes(StandardCharsets.UTF_16BE),
                        ascii(HexFormat.of().formatHex(utf8)),
                        ascii(HexFormat.of().withUpperCase().formatHex(utf8)),
                        ascii(URLEncoder.encode(SECRET, StandardCharsets.UTF_8)),
                        ascii("p%C3%A455%2Fword%2Bwith%20%26%20spaces%3F"),
                        ascii("p=C3=A455/word+with & spaces?")),
                Stream.of("", "a", "ab", "abc", "ada:")
                        .map(before -> (before + SECRET + "!").getBytes(StandardCharsets.UTF_8))
                        .flatMap(bytes -> Stream.of(
                                Base64.getEncoder().encode(bytes),
                                Base64.getUrlEncoder().withoutPadding().encode(bytes))));
    }

    @ParameterizedTest
    @MethodSource("formsOfTheSecret")
    void findsEachForm(byte[] form) throws Exception {
        write("file", new byte[] {1, 2}, form, new byte[] {3, 4});

        assertThat(search().count("secret")).isOne();
    }

    @ParameterizedTest
    @MethodSource("formsOfTheSecret")
    void findsEachFormAcrossTheBorderOfABuffer(byte[] form) throws Exception {
        for (int before : List.of(1, form.length / 2, form.length - 1)) {
            write("border" + before, "x".repeat(BUFFER_BYTES - before).getBytes(StandardCharsets.US_ASCII), form);
        }

        assertThat(search().count("secret")).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("formsOfTheSecret")
    void findsNothingWhereTheLastByteIsMissing(byte[] form) throws Exception {
        // Base64 leaves out the characters that depend on what follows, so more than its last one must go.
        int missing = isBase64(form) ? 8 : 1;
        write(
                "file",
                IntStream.range(0, form.length - missing)
                        .mapToObj(at -> new byte[] {form[at]})
                        .toArray(byte[][]::new));

        assertThat(search().count("secret")).isZero();
    }

    @Test
    void countsEachPlaceAndNamesItsFile() throws Exception {
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        write("twice", secret, secret);
        write("deep/below", secret);
        write("elsewhere", "nothing of interest".getBytes(StandardCharsets.UTF_8));

        Findings findings = search();

        assertThat(findings.count("secret")).isEqualTo(3);
        assertThat(findings.sourcesWith("secret"))
                .containsExactlyInAnyOrder(Path.of("deep", "below").toString(), "twice");
        assertThat(findings.sources()).isEqualTo(3);
        assertThat(findings.bytes()).isEqualTo(3L * secret.length + 19);
    }

    @Test
    void findsATextThatIsPartOfAnother() throws Exception {
        write("file", "xx abcabd abcd".getBytes(StandardCharsets.US_ASCII));
        var search = new Search(Map.of("long", "abcabd", "short", "cab", "other", "abcd"));

        Findings findings = search.folder(folder);

        assertThat(findings.count("long")).isOne();
        assertThat(findings.count("short")).isOne();
        assertThat(findings.count("other")).isOne();
    }

    @Test
    void findsNothingInAnEmptyFolder() throws Exception {
        assertThat(search().sources()).isZero();
        assertThat(search().count("secret")).isZero();
    }

    @Test
    void saysWhereAndInWhichEncoding() throws Exception {
        write("file", ascii("before "), ascii("706c61696e21"), ascii(" after"));

        List<Hit> hits = new Search(Map.of("a name", "plain!")).folder(folder).hits();

        assertThat(hits).containsExactly(new Hit("a name", "hex", "file", 19, 1));
        assertThat(hits.toString()).doesNotContain("plain!");
    }

    @Test
    void knowsAFormThatSeveralEncodingsMakeByTheFirst() {
        assertThat(Encodings.of("plain"))
                .containsEntry(ByteBuffer.wrap(ascii("plain")), "UTF-8")
                .doesNotContainValue("URL")
                .doesNotContainValue("JSON")
                .doesNotContainValue("quoted-printable");
    }

    @Test
    void findsWhatJsonEscapes() throws Exception {
        write("file", ascii("{\"password\":\"a\\\"quote\\\\and\\nmore\"}"));

        Findings findings = new Search(Map.of("secret", "a\"quote\\and\nmore")).folder(folder);

        assertThat(findings.hits()).extracting(Hit::encoding).containsExactly("JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 19, 76})
    void findsBase64InLines(int lineLength) throws Exception {
        byte[] mail = ("Dear Ada, your password is " + SECRET + " and nothing else").getBytes(StandardCharsets.UTF_8);
        write("file", Base64.getMimeEncoder(lineLength, ascii("\r\n")).encode(mail));

        assertThat(search().count("secret")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\r\n", "=\n", "\r\n", "\n"})
    void findsWhatBreaksItsLineAnywhere(String lineBreak) throws Exception {
        // An equals sign before a line break belongs to it, and not to the text.
        String form =
                lineBreak.startsWith("=") ? "p=C3=A455/word+with & spaces?" : "p%C3%A455%2Fword%2Bwith+%26+spaces%3F";
        for (int at = 0; at <= form.length(); at++) {
            write("broken" + at, ascii("x" + form.substring(0, at) + lineBreak + form.substring(at) + "\n"));
        }

        assertThat(search().count("secret")).isEqualTo(form.length() + 1);
    }

    @Test
    void countsWhatStandsBehindALineBreakOnce() throws Exception {
        write("file", ascii("plain\nplain\nplain="), ascii("\r\n"));

        assertThat(new Search(Map.of("text", "plain")).folder(folder).count("text"))
                .isEqualTo(3);
    }

    private Findings search() throws IOException {
        return new Search(Map.of("secret", SECRET)).folder(folder);
    }

    private void write(String name, byte[]... parts) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    private static boolean isBase64(byte[] form) {
        return new String(form, StandardCharsets.ISO_8859_1).matches("[A-Za-z0-9+/_=-]+")
                && !new String(form, StandardCharsets.ISO_8859_1).matches("[0-9a-fA-F]+");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
