package io.handover.gateway.door;

import io.handover.gateway.credential.Credential;
import io.handover.gateway.credential.Session;

/** On what ground a visit was let in. */
sealed interface Admission {

    /** The path is open to all. */
    record Open() implements Admission {}

    /** Identity-service vouches for the credential. */
    record Known(Credential credential, Session session) implements Admission {}
}
