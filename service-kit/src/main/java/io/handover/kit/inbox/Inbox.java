package io.handover.kit.inbox;

import io.handover.events.Event;
import io.handover.events.Topic;
import io.handover.kit.event.CloudEventHeaders;
import io.handover.kit.event.EventCodec;
import io.handover.kit.event.UnreadableEvent;
import io.handover.kit.origin.CurrentOrigin;
import io.handover.kit.version.AccountVersions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The only way in for a fact: applied in one transaction with the note that it was, so that its effect happens once
 * however often the topic is read.
 */
@ApplicationScoped
public class Inbox {

    /** Enough for a deadlock or a lost connection; what still fails then is poison and goes to the dead letters. */
    private static final int ATTEMPTS_MAX = 5;

    /** Waits 50 ms, 100 ms, 200 ms, ... between attempts. */
    private static final long FIRST_WAIT_MILLIS = 50;

    /** A database that is away is not the event's fault: it is waited for, this long between attempts. */
    private static final long OUTAGE_WAIT_MILLIS = 1000;

    /** Connection exception, insufficient resources, shutting down or not started yet. */
    private static final List<String> OUTAGES = List.of("08", "53", "57P");

    private static final String FIRST_TIME = """
            insert into inbox (consumer, event_id) select :consumer, cast(:event as uuid)
            where not exists (select from closed_account where account_id = cast(nullif(:account, '') as uuid))
            on conflict do nothing""";

    private final AccountVersions versions;
    private final CurrentOrigin origin;
    private final MeterRegistry meters;

    Inbox(AccountVersions versions, CurrentOrigin origin, MeterRegistry meters) {
        this.versions = versions;
        this.origin = origin;
        this.meters = meters;
    }

    /**
     * Applies an event unless this consumer already has, or its account is closed. What the effect records has the
     * event's origin.
     *
     * @param consumer the name of the consumer, {@code <service>.<feature>}; the same for ever
     * @param effect runs inside the transaction; may run again after a failure, then in a new one
     * @return fails when the record can't be read or the effect fails again and again: the connector then moves the
     *     record to the topic's dead letters
     */
    public <E extends Event> Uni<Void> once(
            String consumer,
            Topic<E> topic,
            ConsumerRecord<String, String> record,
            Function<Received<E>, Uni<Void>> effect) {
        // Here, so that it is there, and zero, before the first one.
        Counter deadLetters =
                meters.counter("handover.events.dead.lettered", "consumer", consumer, "topic", topic.name());
        return Uni.createFrom()
                .deferred(() -> apply(consumer, topic, record, effect))
                .onFailure(failure -> !(failure instanceof UnreadableEvent))
                .retry()
                .when(failures -> waitBetweenAttempts(failures, topic))
                .onFailure()
                .invoke(failure -> {
                    deadLetters.increment();
                    Log.errorf(
                            failure, "event goes to dead letters topic=%s offset=%d", record.topic(), record.offset());
                });
    }

    private <E extends Event> Uni<Void> apply(
            String consumer,
            Topic<E> topic,
            ConsumerRecord<String, String> record,
            Function<Received<E>, Uni<Void>> effect) {
        CloudEventHeaders headers = CloudEventHeaders.from(record.headers());
        E event = EventCodec.read(topic, headers.type(), record.value());
        Received<E> received = new Received<>(event, headers.account(), headers.id(), headers.time(), headers.origin());
        return Panache.withTransaction(() -> isFirstTime(consumer, headers)
                .chain(first -> first
                        ? origin.causedBy(headers.origin(), () -> effect.apply(received))
                        : Uni.createFrom().voidItem())
                .chain(() -> raiseVersion(topic, headers)));
    }

    private Uni<Boolean> isFirstTime(String consumer, CloudEventHeaders headers) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIRST_TIME)
                        .setParameter("consumer", consumer)
                        .setParameter("event", headers.id())
                        .setParameter(
                                "account", headers.account().map(UUID::toString).orElse(""))
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private Uni<Void> raiseVersion(Topic<?> topic, CloudEventHeaders headers) {
        return headers.account()
                .map(account -> versions.seen(account, topic, headers.accountVersion()))
                .orElse(Uni.createFrom().voidItem());
    }

    private static Multi<Long> waitBetweenAttempts(Multi<Throwable> failures, Topic<?> topic) {
        AtomicInteger attempts = new AtomicInteger();
        return failures.onItem().transformToUniAndConcatenate(failure -> {
            if (isOutage(failure)) {
                Log.warnf("database is away, the event waits topic=%s error=%s", topic.name(), failure.getMessage());
                return waiting(OUTAGE_WAIT_MILLIS);
            }
            int attempt = attempts.incrementAndGet();
            return attempt < ATTEMPTS_MAX
                    ? waiting(FIRST_WAIT_MILLIS << (attempt - 1))
                    : Uni.createFrom().failure(failure);
        });
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean outage = switch (cause) {
                case DatabaseException refused -> isOutage(refused.getSqlState());
                case VertxException lost -> true;
                case IOException lost -> true;
                // What the pool says while the service ends, and when it has no connection in time.
                case NoStackTraceThrowable closed -> true;
                default -> false;
            };
            if (outage) {
                return true;
            }
        }
        return false;
    }

    /** By PostgreSQL's classes of errors; what else it refuses, it will refuse again. */
    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState != null && OUTAGES.stream().anyMatch(sqlState::startsWith);
    }

    /** On the context it is called from: Hibernate Reactive's sessions belong to one. */
    private static Uni<Long> waiting(long millis) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .emitter(step -> context.owner()
                        .setTimer(millis, timer -> context.runOnContext(ignored -> step.complete(timer))));
    }
}
