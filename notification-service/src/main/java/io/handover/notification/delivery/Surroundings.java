package io.handover.notification.delivery;

import io.handover.notification.contact.Contact;
import io.handover.notification.server.ServerFate;
import java.time.Instant;

/** What the next step of a delivery depends on. */
record Surroundings(ServerFate server, Contact contact, Instant now) {}
