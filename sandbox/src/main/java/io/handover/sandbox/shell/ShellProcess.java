package io.handover.sandbox.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** A shell in a virtual thread, behind the streams of an SSH channel. */
@SuppressWarnings("NullAway.Init") // The SSH server sets the streams and the callback before it starts the command.
final class ShellProcess implements Command {

    private static final int BROKEN = 1;

    private final Guest guest;
    private final @Nullable String command;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback exit;
    private @Nullable Thread thread;

    /** With a command, only that is run; without, one after the other. */
    ShellProcess(Guest guest, @Nullable String command) {
        this.guest = guest;
        this.command = command;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        // Only a request for a terminal says how many lines it has (RFC 4254, section 6.2).
        boolean terminal = environment.getEnv().containsKey(Environment.ENV_LINES);
        thread = Thread.ofVirtual().name("shell").start(() -> exit.onExit(run(terminal ? terminal() : pipes())));
    }

    @Override
    public void destroy(ChannelSession channel) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private int run(Console console) {
        Shell shell = new Shell(guest, console);
        try {
            return command == null ? shell.runAll() : shell.run(command);
        } catch (IOException | RuntimeException broken) {
            // The client went away, sends lines without end, or the machine was deleted: nobody is left to hear of it.
            return BROKEN;
        }
    }

    private Console terminal() {
        return new TerminalConsole(reader(), writer(out));
    }

    private Console pipes() {
        return new PipeConsole(reader(), writer(out), writer(err));
    }

    private Reader reader() {
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static Writer writer(OutputStream stream) {
        return new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }
}
