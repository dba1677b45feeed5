package io.handover.sandbox.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Understands a handful of words, and nothing of the host. A status of 0 is success, as everywhere. */
final class Shell {

    static final int COMMANDS_MAX = 1000;
    static final int PASSWORD_LENGTH_MIN = 8;
    static final int PASSWORD_LENGTH_MAX = 256;

    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final Set<String> ALONE = Set.of("exit", "help", "hostname", "passwd", "uptime", "whoami");
    private static final String HELP =
            "Commands: acpid [on|off], disk [read N|write N TEXT], exit, help, hostname," + " passwd, uptime, whoami.";
    private static final int UNKNOWN = 127;
    private static final int WORD_SHOWN_MAX = 64;
    private static final String UNCHANGED = " The password was not changed.";

    private final Guest guest;
    private final Console console;
    private boolean left;

    Shell(Guest guest, Console console) {
        this.guest = guest;
        this.console = console;
    }

    /** One command after the other, until there is none or one leaves. */
    int runAll() throws IOException {
        String prompt = "root@" + guest.hostname() + ":~# ";
        int status = 0;
        for (int count = 0; count < COMMANDS_MAX && !left; count++) {
            Optional<String> command = console.command(prompt);
            if (command.isEmpty()) {
                return status;
            }
            status = command.get().isBlank() ? status : run(command.get());
        }
        return status;
    }

    int run(String command) throws IOException {
        String[] words = command.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        if (!rest.isEmpty() && ALONE.contains(words[0])) {
            return complain(shown(words[0]) + ": nothing may follow here. Try help.", WRONG_USE);
        }
        return switch (words[0]) {
            case "" -> 0;
            case "acpid" -> acpid(rest);
            case "disk" -> new DiskCommand(guest, console).run(rest);
            case "exit" -> leave();
            case "help" -> say(HELP);
            case "hostname" -> say(guest.hostname());
            case "passwd" -> changePassword();
            case "uptime" -> say(uptime(guest.uptime()));
            case "whoami" -> say("root");
            default -> complain(shown(words[0]) + ": not found. Try help.", UNKNOWN);
        };
    }

    private int leave() {
        left = true;
        return 0;
    }

    /** What acpid(8) does on a real machine: it hears that the power button was pressed. */
    private int acpid(String wish) throws IOException {
        switch (wish) {
            case "" -> {}
            case "on" -> guest.listen(true);
            case "off" -> guest.listen(false);
            default -> {
                return complain("acpid: only on or off may follow here. Try help.", WRONG_USE);
            }
        }
        return say(guest.listens() ? "acpid is on: a soft stop is obeyed." : "acpid is off: a soft stop is ignored.");
    }

    private int changePassword() throws IOException {
        char[] first = console.secret("New password: ").orElse(new char[0]);
        char[] second = console.secret("Retype new password: ").orElse(new char[0]);
        try {
            if (!Arrays.equals(first, second)) {
                return complain("The passwords differ." + UNCHANGED, FAILED);
            }
            if (!isAcceptable(first)) {
                return complain(
                        "It must have 8 to 256 characters, none of them a control character." + UNCHANGED, FAILED);
            }
            guest.changePassword(first);
            return say("The password was changed.");
        } finally {
            Arrays.fill(first, '\0');
            Arrays.fill(second, '\0');
        }
    }

    private static boolean isAcceptable(char[] password) {
        for (char character : password) {
            if (Character.isISOControl(character)) {
                return false;
            }
        }
        return password.length >= PASSWORD_LENGTH_MIN && password.length <= PASSWORD_LENGTH_MAX;
    }

    private int say(String line) throws IOException {
        console.say(line);
        return 0;
    }

    private int complain(String line, int status) throws IOException {
        console.complain(line);
        return status;
    }

    private static String uptime(Duration uptime) {
        return String.format(
                Locale.ROOT,
                "up %d days, %02d:%02d:%02d",
                uptime.toDays(),
                uptime.toHoursPart(),
                uptime.toMinutesPart(),
                uptime.toSecondsPart());
    }

    /** What came in goes out shortened, and without what a terminal would obey. */
    private static String shown(String word) {
        String plain = word.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= WORD_SHOWN_MAX ? plain : plain.substring(0, WORD_SHOWN_MAX) + "...";
    }
}
