package io.handover.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What the headers of a record tell, also of one that is no CloudEvent: whatever is malformed is absent.
 *
 * @param version the account's, on the record's topic; 0 is none
 */
record Envelope(Optional<UUID> id, Optional<String> type, Optional<UUID> account, long version) {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.-]{1,100}");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");
    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Envelope of(Headers headers) {
        return new Envelope(
                text(headers, "ce_id").flatMap(Envelope::uuid),
                text(headers, "ce_type").filter(type -> TYPE.matcher(type).matches()),
                text(headers, "ce_account").flatMap(Envelope::uuid),
                text(headers, "ce_accountversion")
                        .filter(version -> VERSION.matcher(version).matches())
                        .map(Long::parseLong)
                        .orElse(0L));
    }

    static Optional<UUID> uuid(String text) {
        return Optional.of(text)
                .filter(candidate -> UUID_TEXT.matcher(candidate).matches())
                .map(UUID::fromString);
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
