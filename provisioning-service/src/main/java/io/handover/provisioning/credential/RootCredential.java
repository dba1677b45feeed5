package io.handover.provisioning.credential;

import io.handover.kit.secret.Secret;

/**
 * A new root password and its hash for the guest. To be closed as soon as the password has been shown or sealed.
 *
 * @param hash as in {@code /etc/shadow}
 */
public record RootCredential(Secret password, String hash) implements AutoCloseable {

    @Override
    public void close() {
        password.close();
    }

    @Override
    public String toString() {
        return "RootCredential[***]";
    }
}
