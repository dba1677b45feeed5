package io.handover.sandbox.shell;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Optional;

/** A program is at the other end: no prompt before commands, no echo. */
final class PipeConsole implements Console {

    private static final int END = -1;

    private final Reader in;
    private final Writer out;
    private final Writer err;

    PipeConsole(Reader in, Writer out, Writer err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    @Override
    public Optional<String> command(String prompt) throws IOException {
        return line().map(String::new);
    }

    @Override
    public Optional<char[]> secret(String prompt) throws IOException {
        write(err, prompt);
        Optional<char[]> secret = line();
        write(err, "\n");
        return secret;
    }

    @Override
    public void say(String line) throws IOException {
        write(out, line + "\n");
    }

    @Override
    public void complain(String line) throws IOException {
        write(err, line + "\n");
    }

    private Optional<char[]> line() throws IOException {
        try (Line line = new Line()) {
            int next = in.read();
            if (next == END) {
                return Optional.empty();
            }
            for (; next != '\n' && next != END; next = in.read()) {
                if (next != '\r' && !line.append((char) next)) {
                    throw new IOException("a line is longer than " + Line.LENGTH_MAX + " characters");
                }
            }
            return Optional.of(line.copy());
        }
    }

    private static void write(Writer writer, String text) throws IOException {
        writer.write(text);
        writer.flush();
    }
}
