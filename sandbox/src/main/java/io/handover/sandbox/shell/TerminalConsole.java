package io.handover.sandbox.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Optional;

/** Somebody types at the other end, and sees what comes back: prompt, echo, and the few keys that edit a line. */
final class TerminalConsole implements Console {

    private static final int END = -1;
    private static final char INTERRUPT = 'C' - '@';
    private static final char END_OF_INPUT = 'D' - '@';
    private static final char BACKSPACE = 'H' - '@';
    private static final char ERASE_LINE = 'U' - '@';
    private static final char ESCAPE = 0x1b;
    private static final char DELETE = 0x7f;
    private static final String TAKE_BACK = "\b \b";
    private static final String NEW_LINE = "\r\n";

    private final Reader in;
    private final Writer out;
    private boolean afterReturn;

    TerminalConsole(Reader in, Writer out) {
        this.in = in;
        this.out = out;
    }

    /** Whether what is typed is seen. */
    private enum Echo {
        SEEN,
        UNSEEN
    }

    @Override
    public Optional<String> command(String prompt) throws IOException {
        return line(prompt, Echo.SEEN).map(String::new);
    }

    @Override
    public Optional<char[]> secret(String prompt) throws IOException {
        return line(prompt, Echo.UNSEEN);
    }

    @Override
    public void say(String line) throws IOException {
        write(line + NEW_LINE);
    }

    @Override
    public void complain(String line) throws IOException {
        say(line);
    }

    private Optional<char[]> line(String prompt, Echo echo) throws IOException {
        write(prompt);
        try (Line line = new Line()) {
            while (true) {
                int typed = key();
                if (typed == END || (typed == END_OF_INPUT && line.isEmpty())) {
                    write(NEW_LINE);
                    return Optional.empty();
                }
                if (typed == '\r') {
                    write(NEW_LINE);
                    return Optional.of(line.copy());
                }
                if (typed == INTERRUPT) {
                    write("^C" + NEW_LINE);
                    return Optional.of(new char[0]);
                }
                edit(line, (char) typed, echo);
            }
        }
    }

    private void edit(Line line, char typed, Echo echo) throws IOException {
        switch (typed) {
            case BACKSPACE, DELETE -> takeBack(line, echo);
            case ERASE_LINE -> {
                while (!line.isEmpty()) {
                    takeBack(line, echo);
                }
            }
            case ESCAPE -> skipSequence();
            default -> {
                if (!Character.isISOControl(typed) && line.append(typed)) {
                    show(String.valueOf(typed), echo);
                }
            }
        }
    }

    private void takeBack(Line line, Echo echo) throws IOException {
        if (line.takeBack()) {
            show(TAKE_BACK, echo);
        }
    }

    /** What arrow and function keys send (ECMA-48, section 5.4): it ends with the first letter or tilde. */
    private void skipSequence() throws IOException {
        int next = in.read();
        if (next == '[' || next == 'O') {
            do {
                next = in.read();
            } while (next != END && (next < '@' || next > '~'));
        }
    }

    /** The next key, with a line feed taken for a return, unless it only follows one. */
    private int key() throws IOException {
        int next = in.read();
        if (next == '\n' && afterReturn) {
            next = in.read();
        }
        afterReturn = next == '\r';
        return next == '\n' ? '\r' : next;
    }

    private void show(String text, Echo echo) throws IOException {
        if (echo == Echo.SEEN) {
            write(text);
        }
    }

    private void write(String text) throws IOException {
        out.write(text);
        out.flush();
    }
}
