package io.handover.sandbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalConsoleTest {

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    who<return>                | who
                    who<line feed>             | who
                    whx<delete>o<return>       | who
                    whx<backspace>o<return>    | who
                    <backspace>who<return>     | who
                    what<erase>who<return>     | who
                    <escape>[Awho<return>      | who
                    w<escape>OPho<return>      | who
                    w<escape>[3~ho<return>     | who
                    w<bell>ho<return>          | who
                    who<end>o<return>          | whoo
                    what<interrupt>who<return> | ''
                    caf\u00e9<return>         | caf\u00e9
                    """)
    void readsWhatIsMeant(String keys, String command) throws IOException {
        assertThat(console(typed(keys)).command("# ")).contains(command);
    }

    @Test
    void endsWhereTheInputEnds() throws IOException {
        assertThat(console("").command("# ")).isEmpty();
        assertThat(console("\u0004").command("# ")).isEmpty();
        assertThat(console("\u001b[").command("# ")).isEmpty();
    }

    @Test
    void takesReturnAndLineFeedForOneKey() throws IOException {
        Console console = console("one\r\ntwo\n\nthree\r");

        assertThat(console.command("")).contains("one");
        assertThat(console.command("")).contains("two");
        assertThat(console.command("")).contains("");
        assertThat(console.command("")).contains("three");
    }

    @Test
    void showsWhatIsTyped() throws IOException {
        console("whx\u007fo\u0007\r").command("# ");

        assertThat(out).hasToString("# whx\b \bo\r\n");
    }

    @Test
    void hidesASecret() throws IOException {
        assertThat(console("secrex\u007ft\r").secret("New password: "))
                .hasValueSatisfying(secret -> assertThat(secret).containsExactly("secret".toCharArray()));

        assertThat(out).hasToString("New password: \r\n");
    }

    @Test
    void ignoresWhatIsMoreThanALine() throws IOException {
        assertThat(console("x".repeat(Line.LENGTH_MAX + 1) + "\r").command("")).contains("x".repeat(Line.LENGTH_MAX));
    }

    @Test
    void speaksInTheLinesOfATerminal() throws IOException {
        Console console = console("");

        console.say("hello");
        console.complain("no");

        assertThat(out).hasToString("hello\r\nno\r\n");
    }

    private static String typed(String keys) {
        return keys.replace("<return>", "\r")
                .replace("<line feed>", "\n")
                .replace("<backspace>", "\b")
                .replace("<delete>", "\u007f")
                .replace("<erase>", "\u0015")
                .replace("<escape>", "\u001b")
                .replace("<bell>", "\u0007")
                .replace("<end>", "\u0004")
                .replace("<interrupt>", "\u0003");
    }

    private Console console(String typed) {
        return new TerminalConsole(new StringReader(typed), out);
    }
}
