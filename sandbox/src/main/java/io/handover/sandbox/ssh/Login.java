package io.handover.sandbox.ssh;

import java.security.PublicKey;

/** Whom a machine lets in as root. */
public interface Login {

    /** False always when root has no password. */
    boolean accepts(char[] password);

    /** Whether it is one of root's keys; that the client holds its other half is checked by the SSH server. */
    boolean accepts(PublicKey key);
}
