package io.handover.kit.outbox;

import io.handover.kit.event.CloudEventHeaders;
import io.handover.kit.origin.Origin;
import io.handover.kit.trace.Traces;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Publishes what the outbox holds, oldest first. It is woken by {@code NOTIFY} at each commit, so nothing waits for a
 * timer; the timer only catches what a lost connection missed. One relay is active per database (an advisory lock), so
 * a younger event never overtakes an older one of its key; when it dies, the next takes over.
 */
@ApplicationScoped
class OutboxRelay {

    /** Any number does, as long as nothing else in the database locks it. */
    private static final long ACTIVE_RELAY = 0x4f7574626f78L;

    private static final int BATCH_MAX = 200;
    private static final Duration SAFETY_NET = Duration.ofSeconds(2);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private static final String LOCK = "select pg_try_advisory_xact_lock($1)";
    private static final String OLDEST = "select * from outbox order by position limit " + BATCH_MAX;
    private static final String DELETE = "delete from outbox where position = any($1)";

    private final Vertx vertx;
    private final Pool pool;
    private final MutinyEmitter<String> topics;
    private final OutboxConfig config;
    private final Semaphore idle = new Semaphore(1);
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean stopped;

    OutboxRelay(Vertx vertx, Pool pool, @Channel("outbox") MutinyEmitter<String> topics, OutboxConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.topics = topics;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        listen();
        vertx.setPeriodic(SAFETY_NET.toMillis(), timer -> wake());
    }

    /** What the last requests recorded is published now, if that can be had soon, and at the next start otherwise. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        try {
            if (idle.tryAcquire(LAST_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                publishTheLast();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishTheLast() {
        drain().repeat()
                .until(published -> published == 0)
                .collect()
                .last()
                .ifNoItem()
                .after(LAST_PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> Log.warnf("outbox waits for the next start: error=%s", failure))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    private void listen() {
        if (stopped) {
            return;
        }
        pool.getConnection()
                .invoke(this::onEveryCommit)
                .call(connection -> connection.query("listen outbox").execute())
                .subscribe()
                .with(connection -> wake(), failure -> listenLater());
    }

    private void onEveryCommit(SqlConnection connection) {
        connection.closeHandler(this::listenLater);
        PgConnection.cast(connection.getDelegate()).notificationHandler(notification -> wake());
    }

    private void listenLater() {
        if (!stopped) {
            vertx.setTimer(RECONNECT.toMillis(), timer -> listen());
        }
    }

    private void wake() {
        woken.set(true);
        if (!stopped && idle.tryAcquire()) {
            woken.set(false);
            drain().subscribe().with(published -> drained(published > 0), this::failed);
        }
    }

    private void drained(boolean maybeMore) {
        idle.release();
        if (maybeMore || woken.get()) {
            wake();
        }
    }

    private void failed(Throwable failure) {
        idle.release();
        if (!stopped) {
            Log.warnf("outbox waits, it will be published later: error=%s", failure.getMessage());
        }
    }

    private Uni<Integer> drain() {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(ACTIVE_RELAY))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(active ->
                        active ? publishOldest(connection) : Uni.createFrom().item(0)));
    }

    private Uni<Integer> publishOldest(SqlConnection connection) {
        return connection
                .query(OLDEST)
                .execute()
                .map(OutboxRelay::list)
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : publish(connection, rows));
    }

    private Uni<Integer> publish(SqlConnection connection, List<Row> rows) {
        Long[] positions = rows.stream().map(row -> row.getLong("position")).toArray(Long[]::new);
        return Uni.join()
                .all(rows.stream().map(row -> topics.sendMessage(message(row))).toList())
                .andFailFast()
                .chain(() -> connection.preparedQuery(DELETE).execute(Tuple.of(positions)))
                .replaceWith(rows.size());
    }

    private Message<String> message(Row row) {
        OffsetDateTime occurredAt = row.getOffsetDateTime("occurred_at");
        CloudEventHeaders headers = new CloudEventHeaders(
                row.getUUID("event_id"),
                "handover/" + config.source(),
                row.getString("type"),
                row.getString("subject"),
                occurredAt.toInstant(),
                Optional.ofNullable(row.getUUID("account_id")),
                row.getLong("account_version"),
                new Origin(
                        Optional.ofNullable(row.getString("actor")),
                        Optional.ofNullable(row.getUUID("actor_token")),
                        Optional.ofNullable(row.getString("client_address"))));
        return Message.of(row.getString("data"))
                .addMetadata(trace(row))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(row.getString("topic"))
                        .withKey(row.getString("record_key"))
                        .withHeaders(headers.toHeaders())
                        .build());
    }

    /** The producer's span belongs to it, and the record carries that on. */
    private static TracingMetadata trace(Row row) {
        return Optional.ofNullable(row.getString("traceparent"))
                .map(parent -> TracingMetadata.withCurrent(Traces.contextOf(parent)))
                .orElse(TracingMetadata.empty());
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
