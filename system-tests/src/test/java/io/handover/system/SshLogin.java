package io.handover.system;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Logs in as root and asks for the host name. */
final class SshLogin {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SshLogin() {}

    static String hostname(JsonPath access, String password) throws IOException {
        return hostname(access, session -> session.addPasswordIdentity(password));
    }

    static String hostname(JsonPath access, KeyPair key) throws IOException {
        return hostname(access, session -> session.addPublicKeyIdentity(key));
    }

    static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    static String publicLine(KeyPair key) {
        return PublicKeyEntry.toString(key.getPublic());
    }

    private static String hostname(JsonPath access, Identity identity) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session = client.connect("root", access.getString("ssh.host"), access.getInt("ssh.port"))
                    .verify(PATIENCE)
                    .getSession()) {
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
