package io.handover.sandbox.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.sandbox.disk.Disk;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> passwords = new ArrayList<>();
    private final List<Disk> disks = new ArrayList<>(List.of(new Disk(25, null, "hello"), new Disk(4096, null, "")));
    private boolean listens = true;

    @ParameterizedTest
    @CsvSource({
        "hostname, web.example.org",
        "whoami, root",
        "uptime, 'up 2 days, 03:04:05'",
        "acpid, acpid is on: a soft stop is obeyed.",
        "disk read 0, hello",
        "disk read 1, ''",
        "'  whoami  ', root"
    })
    void answers(String command, String answer) throws IOException {
        assertThat(shell("").run(command)).isZero();

        assertThat(out).hasToString(answer + "\n");
        assertThat(err).hasToString("");
    }

    @Test
    void namesItsCommands() throws IOException {
        shell("").run("help");

        assertThat(out)
                .hasToString("Commands: acpid [on|off], disk [read N|write N TEXT], exit, help, hostname, passwd,"
                        + " uptime, whoami.\n");
    }

    @Test
    void listsDisksInTheOrderOfTheirAddresses() throws IOException {
        shell("").run("disk");

        assertThat(out).hasToString("0: 25 GiB\n1: 4096 GiB\n");
    }

    @Test
    void writesATextAsItIs() throws IOException {
        String longest = "\u00e9".repeat(Disk.CONTENT_LENGTH_MAX);

        assertThat(shell("").run("disk  write  1  two  words; ")).isZero();
        assertThat(disks.getLast().content()).isEqualTo("two  words;");
        assertThat(shell("").run("disk write 1 " + longest)).isZero();
        assertThat(disks.getLast().content()).isEqualTo(longest);
        assertThat(disks.getFirst().content()).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "disk read 2, 1, there is no such disk.",
        "disk read -1, 1, there is no such disk.",
        "disk read 99999999999, 1, there is no such disk.",
        "disk write x text, 1, there is no such disk.",
        "disk read, 2, only read N or write N TEXT may follow here. Try help.",
        "disk read 0 0, 2, only read N or write N TEXT may follow here. Try help.",
        "disk write 0, 2, only read N or write N TEXT may follow here. Try help.",
        "disk format 0, 2, only read N or write N TEXT may follow here. Try help."
    })
    void refusesToUseADiskOtherwise(String command, int status, String reason) throws IOException {
        assertThat(shell("").run(command)).isEqualTo(status);

        assertThat(err).hasToString("disk: " + reason + "\n");
        assertThat(out).hasToString("");
    }

    @Test
    void refusesATextThatNoDiskHolds() throws IOException {
        refusesToWrite("x".repeat(Disk.CONTENT_LENGTH_MAX + 1));
        refusesToWrite("a\u001b[2Jb");
    }

    @Test
    void listensToThePowerButtonOrNot() throws IOException {
        assertThat(shell("").run("acpid off")).isZero();
        assertThat(listens).isFalse();
        assertThat(shell("").run("acpid on")).isZero();
        assertThat(listens).isTrue();
        assertThat(shell("").run("acpid maybe")).isEqualTo(2);
        assertThat(listens).isTrue();

        assertThat(out).hasToString("acpid is off: a soft stop is ignored.\nacpid is on: a soft stop is obeyed.\n");
        assertThat(err).hasToString("acpid: only on or off may follow here. Try help.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "cat /etc/passwd", "Hostname", "passwd;", "\u0000"})
    void knowsNoOtherCommand(String command) throws IOException {
        assertThat(shell("").run(command)).isEqualTo(127);

        assertThat(out).hasToString("");
        assertThat(err.toString()).contains("not found. Try help.");
    }

    @Test
    void takesNoArguments() throws IOException {
        assertThat(shell("").run("hostname other.example.org")).isEqualTo(2);

        assertThat(err).hasToString("hostname: nothing may follow here. Try help.\n");
    }

    @Test
    void repeatsNothingThatATerminalObeysAndNotMuch() throws IOException {
        shell("").run("\u001b[2J" + "x".repeat(100));

        assertThat(err).hasToString("?[2J" + "x".repeat(60) + "...: not found. Try help.\n");
    }

    @Test
    void runsOneCommandAfterTheOtherUntilOneLeaves() throws IOException {
        assertThat(shell("whoami\n\nhostname\r\nexit\nwhoami\n").runAll()).isZero();

        assertThat(out).hasToString("root\nweb.example.org\n");
    }

    @Test
    void endsWithTheInputAndTheStatusOfTheLastCommand() throws IOException {
        assertThat(shell("ls").runAll()).isEqualTo(127);
        assertThat(shell("").runAll()).isZero();
    }

    @Test
    void endsAfterManyCommands() throws IOException {
        shell("whoami\n".repeat(Shell.COMMANDS_MAX + 1)).runAll();

        assertThat(out.toString().lines()).hasSize(Shell.COMMANDS_MAX);
    }

    @Test
    void readsNoLineWithoutEnd() throws IOException {
        assertThat(shell("x".repeat(Line.LENGTH_MAX) + "\n").runAll()).isEqualTo(127);
        assertThatThrownBy(() -> shell("x".repeat(Line.LENGTH_MAX + 1) + "\n").runAll())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 256})
    void changesThePassword(int length) throws IOException {
        String password = "\u00e9".repeat(length);

        assertThat(shell(password + "\n" + password + "\n").run("passwd")).isZero();

        assertThat(passwords).containsExactly(password);
        assertThat(out).hasToString("The password was changed.\n");
        assertThat(err).hasToString("New password: \nRetype new password: \n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 257})
    void refusesAPasswordOfAnotherLength(int length) throws IOException {
        String password = "x".repeat(length);

        refusesToChange(password + "\n" + password + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "long enough", "long enough\n", "long enough\nother\n", "\t long enough\n\t long enough\n"})
    void refusesAPasswordThatWasNotRepeatedOrCannotBeTyped(String input) throws IOException {
        refusesToChange(input);
    }

    private void refusesToChange(String input) throws IOException {
        assertThat(shell(input).run("passwd")).isEqualTo(1);

        assertThat(passwords).isEmpty();
        assertThat(err.toString()).endsWith(" The password was not changed.\n");
    }

    private void refusesToWrite(String text) throws IOException {
        assertThat(shell("").run("disk write 0 " + text)).isEqualTo(1);

        assertThat(disks.getFirst().content()).isEqualTo("hello");
        assertThat(err.toString())
                .endsWith("disk: it holds at most 1000 characters, none of them a control character.\n");
    }

    private Shell shell(String input) {
        return new Shell(new Web(), new PipeConsole(new StringReader(input), out, err));
    }

    private final class Web implements Guest {

        @Override
        public String hostname() {
            return "web.example.org";
        }

        @Override
        public Duration uptime() {
            return Duration.ofDays(2).plusHours(3).plusMinutes(4).plusSeconds(5);
        }

        @Override
        public void changePassword(char[] password) {
            passwords.add(new String(password));
        }

        @Override
        public List<Disk> disks() {
            return List.copyOf(disks);
        }

        @Override
        public void writeDisk(int place, String text) {
            disks.set(place, new Disk(1, null, text));
        }

        @Override
        public boolean listens() {
            return listens;
        }

        @Override
        public void listen(boolean on) {
            listens = on;
        }
    }
}
