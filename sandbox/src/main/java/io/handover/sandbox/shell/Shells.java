package io.handover.sandbox.shell;

import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.command.CommandFactory;
import org.apache.sshd.server.shell.ShellFactory;

/** The shells of one machine: for whoever logs in, and for a single command. */
public record Shells(Guest guest) implements ShellFactory, CommandFactory {

    @Override
    public Command createShell(ChannelSession channel) {
        return new ShellProcess(guest, null);
    }

    @Override
    public Command createCommand(ChannelSession channel, String command) {
        return new ShellProcess(guest, command);
    }
}
