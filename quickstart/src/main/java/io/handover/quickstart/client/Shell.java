package io.handover.quickstart.client;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;

/** Where a server lets people in, and the door itself. */
public record Shell(String host, int port, String user) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the server calls itself, to whoever knows the password. */
    public String hostname(String password) {
        return hostname(session -> session.addPasswordIdentity(password));
    }

    /** What the server calls itself, to whoever has the key. */
    public String hostname(KeyPair key) {
        return hostname(session -> session.addPublicKeyIdentity(key));
    }

    /** Whether it knows that this is not the password. */
    public boolean refuses(String password) {
        try {
            run(session -> session.addPasswordIdentity(password));
            return false;
        } catch (SshException refused) {
            return refused.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
        } catch (IOException failed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }

    private String hostname(Identity identity) {
        try {
            return run(identity);
        } catch (IOException failed) {
            throw new Unexpected("Nobody could log in to " + this + ": " + failed.getMessage());
        }
    }

    private String run(Identity identity) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session =
                    client.connect(user, host, port).verify(PATIENCE).getSession()) {
                identity.addTo(session);
                session.auth().verify(PATIENCE);
                return session.executeRemoteCommand("hostname").strip();
            }
        }
    }

    /** What a session proves itself with. */
    private interface Identity {
        void addTo(ClientSession session);
    }
}
