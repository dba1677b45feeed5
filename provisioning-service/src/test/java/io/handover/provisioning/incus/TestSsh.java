package io.handover.provisioning.incus;

import static org.awaitility.Awaitility.await;

import io.handover.provisioning.compute.Machine;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;

/** Somebody who logs in to a machine as root. */
final class TestSsh {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SshClient CLIENT = SshClient.setUpDefaultClient();

    static {
        CLIENT.setServerKeyVerifier((session, remote, key) -> true);
        CLIENT.start();
    }

    private TestSsh() {}

    /** What a command says, as soon as somebody answers at all. */
    static String run(Machine machine, String password, String command) {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> once(machine, session -> session.addPasswordIdentity(password), command), said -> true);
    }

    static String run(Machine machine, KeyPair key, String command) {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> once(machine, session -> session.addPublicKeyIdentity(key), command), said -> true);
    }

    /** Whether a password is refused by a machine that lets others in. */
    static boolean refuses(Machine machine, String password) throws IOException {
        try {
            once(machine, session -> session.addPasswordIdentity(password), "true");
            return false;
        } catch (SshException refused) {
            return true;
        }
    }

    private static String once(Machine machine, Consumer<ClientSession> identity, String command) throws IOException {
        try (ClientSession session = CLIENT.connect("root", machine.sshHost(), machine.sshPort())
                .verify(PATIENCE)
                .getSession()) {
            identity.accept(session);
            session.auth().verify(PATIENCE);
            return session.executeRemoteCommand(command).strip();
        }
    }
}
