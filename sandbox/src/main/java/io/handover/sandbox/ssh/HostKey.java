package io.handover.sandbox.ssh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * What a machine proves itself with: an Ed25519 key of its own, in OpenSSH's format. It never shows itself in a log.
 */
public final class HostKey {

    private static final String COMMENT = "host key";

    private final String text;

    private HostKey(String text) {
        this.text = text;
    }

    /** A new one. */
    public static HostKey make() {
        var written = new ByteArrayOutputStream();
        try {
            KeyPair pair =
                    SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, COMMENT, null, written);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("Ed25519 is not available", impossible);
        }
        return new HostKey(written.toString(StandardCharsets.US_ASCII));
    }

    /** One that was kept. */
    public static HostKey of(String text) {
        return new HostKey(text);
    }

    /** The text, to be kept. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }

    Iterable<KeyPair> pairs() throws IOException {
        try (var written = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))) {
            return SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(COMMENT), written, null);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("the host key is unreadable", unreadable);
        }
    }
}
