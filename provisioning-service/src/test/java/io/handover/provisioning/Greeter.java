package io.handover.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says what an SSH server says first, and hangs up; or nothing, while its machine is stopped. */
final class Greeter {

    private final ServerSocket door;
    private volatile boolean awake = true;

    Greeter() {
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException("no port for a machine", failed);
        }
        Thread.ofVirtual().start(this::greet);
    }

    int port() {
        return door.getLocalPort();
    }

    void awake(boolean isAwake) {
        awake = isAwake;
    }

    void close() {
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void greet() {
        while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
                if (awake) {
                    visitor.getOutputStream().write("SSH-2.0-fake\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException gone) {
                // The visitor hung up, or the door was closed.
            }
        }
    }
}
