package io.handover.kit.event;

import io.handover.events.AccountScoped;
import io.handover.kit.origin.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The context attributes of a CloudEvent in Kafka's binary content mode (CloudEvents 1.0, Kafka protocol binding,
 * section 3.2).
 *
 * @param id UUIDv7, unique per event
 * @param source {@code handover/<service>}
 * @param subject the id of what the fact is about
 * @param time when the fact happened
 * @param account the account that {@code accountVersion} counts for; absent from events of no account
 * @param accountVersion an extension attribute: the event's number among those of its account on its topic, from 1
 * @param origin extension attributes: who caused it, and from where; each may be absent
 */
public record CloudEventHeaders(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        Optional<UUID> account,
        long accountVersion,
        Origin origin) {

    /** The account an event belongs to, if any. */
    public static Optional<UUID> accountOf(Object event) {
        return event instanceof AccountScoped scoped ? Optional.of(scoped.accountId()) : Optional.empty();
    }

    /** As Kafka headers. */
    public Headers toHeaders() {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        account.ifPresent(id -> {
            put(headers, "ce_account", id.toString());
            put(headers, "ce_accountversion", Long.toString(accountVersion));
        });
        origin.actor().ifPresent(name -> put(headers, "ce_actor", name));
        origin.actorToken().ifPresent(id -> put(headers, "ce_actortoken", id.toString()));
        origin.clientAddress().ifPresent(address -> put(headers, "ce_clientaddress", address));
        put(headers, "content-type", "application/json");
        return headers;
    }

    /**
     * Reads a record's headers.
     *
     * @throws UnreadableEvent when a required attribute is missing or malformed
     */
    public static CloudEventHeaders from(Headers headers) {
        try {
            return new CloudEventHeaders(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_source"),
                    required(headers, "ce_type"),
                    optional(headers, "ce_subject").orElse(""),
                    Instant.parse(required(headers, "ce_time")),
                    optional(headers, "ce_account").map(UUID::fromString),
                    optional(headers, "ce_accountversion").map(Long::parseLong).orElse(0L),
                    originIn(headers));
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException malformed) {
            // Its message would quote the header.
            throw new UnreadableEvent(
                    "not a CloudEvent: " + malformed.getClass().getSimpleName());
        }
    }

    private static Origin originIn(Headers headers) {
        return new Origin(
                optional(headers, "ce_actor"),
                optional(headers, "ce_actortoken").map(UUID::fromString),
                optional(headers, "ce_clientaddress"));
    }

    private static String required(Headers headers, String name) {
        return optional(headers, name).orElseThrow(() -> new UnreadableEvent("not a CloudEvent: no header " + name));
    }

    private static Optional<String> optional(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
