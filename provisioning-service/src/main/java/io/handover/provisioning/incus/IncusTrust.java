package io.handover.provisioning.incus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom this service believes to be Incus, and how it shows who it is itself: TLS with a certificate on either side. */
final class IncusTrust {

    private IncusTrust() {}

    /**
     * The daemon's certificate is the only anchor; that the host's name fits is checked by whoever uses this.
     *
     * @throws IllegalArgumentException when a file is none, or the password is wrong
     */
    static SSLContext of(IncusSettings settings) {
        char[] password = settings.clientPassword().toCharArray();
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own(settings.clientCertificate(), password), password);
            var anchors = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            anchors.init(trusted(settings.serverCertificate()));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), anchors.getTrustManagers(), null);
            return tls;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "handover.incus: a certificate cannot be used, or client-password is wrong: "
                            + unusable.getMessage(),
                    unusable);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static KeyStore own(Path file, char[] password) throws IOException, GeneralSecurityException {
        try (InputStream pkcs12 = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(pkcs12, password);
            return store;
        }
    }

    private static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Certificate anchor = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("incus", anchor);
            return store;
        }
    }
}
