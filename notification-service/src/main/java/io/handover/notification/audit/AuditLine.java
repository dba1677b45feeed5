package io.handover.notification.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the export. All of its fields are always there.
 *
 * @param actor the name of whoever acted; null when Handover acted by itself
 * @param actorToken the API token that was used, if one was
 * @param clientAddress where it was done from
 * @param outcome {@code success} or {@code failure}
 * @param detail why it failed, or what more there is to say
 * @param id the event's
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditLine(
        Instant time,
        @Nullable String actor,
        @Nullable UUID actorToken,
        @Nullable String clientAddress,
        String action,
        String targetType,
        String targetId,
        @Nullable String targetName,
        String outcome,
        @Nullable String detail,
        UUID id) {

    /** The names of its fields, in their order. */
    static final List<String> COLUMNS = List.of(
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
            "id");

    static AuditLine of(Row row) {
        return new AuditLine(
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("actor"),
                row.getUUID("actor_token"),
                row.getString("client_address"),
                row.getString("action"),
                row.getString("target_type"),
                row.getString("target_id"),
                row.getString("target_name"),
                row.getBoolean("success") ? "success" : "failure",
                row.getString("detail"),
                row.getUUID("event_id"));
    }

    /** Its fields, in the order of {@link #COLUMNS}. */
    @Nullable
    Object[] cells() {
        return new @Nullable Object[] {
            time, actor, actorToken, clientAddress, action, targetType, targetId, targetName, outcome, detail, id
        };
    }
}
