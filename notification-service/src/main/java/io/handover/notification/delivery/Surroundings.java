package io.handover.notification.delivery;

import io.handover.notification.contact.Contact;
import io.handover.notification.server.ServerFate;
import java.time.Instant;

/**
 * What the next step of a delivery depends on.
 *
 * @param keyServes whether there is a key that opens its box
 */
public record Surroundings(ServerFate server, Contact contact, boolean keyServes, Instant now) {

    Surroundings withServer(ServerFate fate) {
        return new Surroundings(fate, contact, keyServes, now);
    }
}
