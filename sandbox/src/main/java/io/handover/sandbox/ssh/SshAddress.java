package io.handover.sandbox.ssh;

/** Where an SSH server listens. */
public record SshAddress(String host, int port) {

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
