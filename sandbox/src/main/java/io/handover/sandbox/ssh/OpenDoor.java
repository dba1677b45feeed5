package io.handover.sandbox.ssh;

import java.io.IOException;
import org.apache.sshd.server.SshServer;

/** An SSH server that listens, until it is closed: then its sessions end, too. */
public final class OpenDoor implements AutoCloseable {

    private final SshServer server;

    OpenDoor(SshServer server) {
        this.server = server;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
