package io.handover.notification.audit;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.handover.events.audit.SigningKey;
import io.handover.events.audit.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The file that keeps the signing key, outside the database that the key vouches for. */
final class SigningKeyFile {

    private static final String NAME = "handover/audit";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Set<PosixFilePermission> ROOTS_GIFT = PosixFilePermissions.fromString("rw-r-----");

    private static final Integer ROOT = 0;

    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private SigningKeyFile() {}

    /**
     * Reads the key, and makes one before if there is no file.
     *
     * @throws IllegalStateException if somebody else may read it, or if it holds no Ed25519 key
     */
    static SigningKey open(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file.toAbsolutePath());
            }
            requireOwnerOnly(file);
            return parse(Files.readString(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("the audit signing key " + file + " can't be read", unreadable);
        }
    }

    /** Complete or not at all, and never over another one: several replicas may begin at once. */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(OWNERS_FOLDER));
        Path draft = Files.createTempFile(folder, "audit", ".pem", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(draft, newKey());
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Then that one is the key.
        } finally {
            Files.delete(draft);
        }
    }

    private static String newKey() throws GeneralSecurityException {
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return BEGIN + Base64.getEncoder().encodeToString(encoded) + END;
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        boolean isGiven = ROOT.equals(Files.getAttribute(file, "unix:uid"))
                && !attributes.owner().getName().equals(System.getProperty("user.name"));
        if (!tolerated(isGiven).containsAll(attributes.permissions())) {
            throw new IllegalStateException("the audit signing key " + file + " must be for its owner only: chmod 600");
        }
    }

    /**
     * PostgreSQL's rule for its own key: who owns the file keeps others out of it; what root gives to a program, as
     * Kubernetes does with secrets, its group may read.
     */
    static Set<PosixFilePermission> tolerated(boolean isGivenByRoot) {
        return isGivenByRoot ? ROOTS_GIFT : OWNER_ONLY;
    }

    private static SigningKey parse(String pem) throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*?-----", ""));
        var key = (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("no key"));
        byte[] publicHalf = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
        return new SigningKey(VerifierKey.of(NAME, publicHalf), key);
    }

    /** The public keys of a file, one a line. */
    static List<VerifierKey> publicKeys(Path file) {
        try {
            return VerifierKey.parseAll(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("the former audit keys " + file + " can't be read", unreadable);
        }
    }
}
