package io.handover.sandbox;

import io.handover.sandbox.ssh.SshAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Somebody who logs in to a machine with a real SSH client. */
public final class TestLogin {

    /** The status of what never ran. */
    public static final int NONE = -1;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final SshClient CLIENT = client();
    private static final AtomicReference<PublicKey> SHOWN = new AtomicReference<>();

    private TestLogin() {}

    /** What a command said, and how it ended. */
    public record Answer(String out, String err, int status) {}

    public static Consumer<ClientSession> password(String password) {
        return session -> session.addPasswordIdentity(password);
    }

    public static Consumer<ClientSession> key(KeyPair key) {
        return session -> session.addPublicKeyIdentity(key);
    }

    public static KeyPair ed25519() throws GeneralSecurityException {
        return SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
    }

    public static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    public static KeyPair ecdsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    public static String line(KeyPair key) {
        return PublicKeyEntry.toString(key.getPublic());
    }

    /** Fails when the machine lets nobody in like that. */
    public static ClientSession open(SshAddress address, String user, Consumer<ClientSession> identity)
            throws IOException {
        ClientSession session = CLIENT.connect(user, address.host(), address.port())
                .verify(PATIENCE)
                .getSession();
        identity.accept(session);
        try {
            session.auth().verify(PATIENCE);
        } catch (IOException refused) {
            session.close(true);
            throw refused;
        }
        return session;
    }

    public static ClientSession open(SshAddress address, Consumer<ClientSession> identity) throws IOException {
        return open(address, "root", identity);
    }

    public static Answer run(SshAddress address, String password, String command) throws IOException {
        return run(address, password, command, "");
    }

    public static Answer run(SshAddress address, String password, String command, String input) throws IOException {
        try (ClientSession session = open(address, password(password))) {
            return answer(session.createExecChannel(command), input);
        }
    }

    public static Answer answer(ClientChannel channel, String input) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (channel) {
            channel.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(PATIENCE);
            if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE).contains(ClientChannelEvent.TIMEOUT)) {
                throw new IOException("the channel stays open");
            }
            Integer status = channel.getExitStatus();
            return new Answer(
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    status == null ? NONE : status);
        }
    }

    /** The key with which the machine proves itself. */
    public static PublicKey hostKey(SshAddress address, String password) throws IOException {
        open(address, password(password)).close();
        return SHOWN.get();
    }

    private static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, remote, key) -> {
            SHOWN.set(key);
            return true;
        });
        client.start();
        return client;
    }
}
