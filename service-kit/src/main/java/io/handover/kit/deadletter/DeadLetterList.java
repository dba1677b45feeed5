package io.handover.kit.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/** What is put aside, without what it says: that may name people. */
@ApplicationScoped
class DeadLetterList {

    private static final String COUNT = """
            select count(cause) as parked, count(*) - count(cause) as waiting from dead_letter""";

    /** The first of each line, the oldest first. */
    private static final String FIRST = """
            select letter_id, consumer, topic, record_partition, record_offset, record_key, event_id, type, said_at, cause,
                   behind
            from (select *, row_number() over (line order by position) as nth, count(*) over line - 1 as behind
                  from dead_letter window line as (partition by consumer, topic, record_key)) as letters
            where nth = 1 order by position limit 1000""";

    private final Pool pool;

    DeadLetterList(Pool pool) {
        this.pool = pool;
    }

    /** How many were given up and how many wait behind them; and the first 1000 that were given up. */
    Uni<JsonObject> read() {
        return count().chain(counts -> letters().map(letters -> counts.put("dead_letters", letters)));
    }

    Uni<JsonObject> count() {
        return pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row ->
                        new JsonObject().put("parked", row.getLong("parked")).put("waiting", row.getLong("waiting")));
    }

    private Uni<JsonArray> letters() {
        return pool.query(FIRST).execute().map(rows -> {
            var letters = new JsonArray();
            rows.forEach(row -> letters.add(letter(row)));
            return letters;
        });
    }

    private static JsonObject letter(Row row) {
        return new JsonObject()
                .put("id", row.getUUID("letter_id").toString())
                .put("consumer", row.getString("consumer"))
                .put("topic", row.getString("topic"))
                .put("partition", row.getInteger("record_partition"))
                .put("offset", row.getLong("record_offset"))
                .put("key", row.getString("record_key"))
                .put("event_id", row.getUUID("event_id").toString())
                .put("type", row.getString("type"))
                .put("cause", row.getString("cause"))
                .put("said_at", row.getOffsetDateTime("said_at").toInstant().toString())
                .put("waiting", row.getLong("behind"));
    }
}
