package io.handover.events.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of an exported trail, text for text as it is written.
 *
 * @param facts what happened: each of {@link #FACTS}, in their order; null where there is nothing to say
 * @param sequence the line's number in its account's trail; the first is 1
 * @param hash what {@link AuditChain} makes of it and of the line before: SHA-256, in lower-case hexadecimal digits
 * @param checkpoint a {@link Checkpoint} as a signed note; the last line of an export has one
 */
public record AuditLine(
        Map<String, @Nullable String> facts,
        long sequence,
        String hash,
        @Nullable String checkpoint) {

    /** The names of what a line tells. */
    public static final List<String> FACTS = List.of(
            "time",
            "actor",
            "actor_token",
            "client_address",
            "action",
            "target_type",
            "target_id",
            "target_name",
            "outcome",
            "detail",
            "id",
            "account");

    public static final String SEQUENCE = "sequence";
    public static final String HASH = "hash";
    public static final String CHECKPOINT = "checkpoint";

    /** The names of all that an exported line holds, in their order. */
    public static final List<String> COLUMNS =
            Stream.concat(FACTS.stream(), Stream.of(SEQUENCE, HASH, CHECKPOINT)).toList();

    /** Whose trail it says it belongs to. */
    @Nullable
    String account() {
        return facts.get("account");
    }
}
