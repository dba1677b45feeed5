package io.handover.kit.inbox;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The tables {@code inbox} and {@code dead_letter}. The letters of a consumer, topic and key are a line, in the order
 * in which they were heard; whoever changes one {@link #hold holds} it.
 */
@ApplicationScoped
class DeadLetterRepository {

    /** What is noted down is to be applied in the same transaction. It costs an event nothing that nobody is dead. */
    private static final String STAND = """
            with line as (
                select exists (select from dead_letter
                               where consumer = :consumer and topic = :topic and record_key = :key) as is_there),
            noted as (
                insert into inbox (consumer, event_id)
                select :consumer, cast(:event as uuid) from line where not is_there and not exists (
                    select from closed_account where account_id = cast(nullif(:account, '') as uuid))
                on conflict do nothing returning 1)
            select case when exists (select from noted) then 'FIRST'
                        when not is_there
                             or exists (select from inbox where consumer = :consumer and event_id = :event) then 'AGAIN'
                        else 'BEHIND' end
            from line""";

    /** Before the lock of the line, in this order everywhere: closing an account locks the inbox for itself. */
    private static final String SHARE_INBOX = "lock table inbox in row exclusive mode";

    private static final String HOLD = "select 1 from pg_advisory_xact_lock(hashtextextended(:line, 0))";

    private static final String PUT = """
            insert into dead_letter (letter_id, consumer, topic, record_key, record_partition, record_offset, event_id,
                                     account_id, type, content, said_at, cause)
            select cast(:id as uuid), :consumer, :topic, :key, :partition, :offset, cast(:event as uuid),
                   cast(nullif(:account, '') as uuid), nullif(:type, ''), :content, cast(:said_at as timestamptz),
                   case when not exists (select from dead_letter
                                         where consumer = :consumer and topic = :topic and record_key = :key)
                        then :cause end
            where not exists (select from inbox where consumer = :consumer and event_id = :event)
                  and not exists (select from closed_account where account_id = cast(nullif(:account, '') as uuid))
            on conflict (consumer, event_id) do nothing""";

    private static final String COUNT =
            "select count(*) from dead_letter where consumer = :consumer and event_id = :event";

    private static final String LETTER = """
            select letter_id, consumer, topic, record_key, record_partition, record_offset, event_id,
                   cast(account_id as text), type, content, cast(extract(epoch from said_at) * 1000 as bigint)
            from dead_letter""";

    private static final String FIND = LETTER + " where letter_id = :id";

    private static final String FIRST =
            LETTER + " where consumer = :consumer and topic = :topic and record_key = :key order by position limit 1";

    private static final String REMOVE = "delete from dead_letter where letter_id = :id";

    private static final String NOTE =
            "insert into inbox (consumer, event_id) values (:consumer, :event) on conflict do nothing";

    private static final String BLAME = "update dead_letter set cause = :cause where letter_id = :id";

    private static final String FIRST_OF_EACH = """
            select letter_id from (
                select distinct on (consumer, topic, record_key) letter_id, cause, said_at
                from dead_letter order by consumer, topic, record_key, position) as first
            where""";

    private static final String FORSAKEN = FIRST_OF_EACH + " cause is null limit 100";

    private static final String SAID_BEFORE = FIRST_OF_EACH + " said_at < cast(:time as timestamptz) limit 100";

    DeadLetterRepository() {}

    /** Where an event stands, as far as this transaction can see. */
    Uni<Standing> stand(DeadLetter letter) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STAND, String.class)
                        .setParameter("consumer", letter.consumer())
                        .setParameter("topic", letter.topic())
                        .setParameter("key", letter.key())
                        .setParameter("event", letter.eventId())
                        .setParameter(
                                "account", letter.account().map(UUID::toString).orElse(""))
                        .getSingleResult())
                .map(Standing::valueOf);
    }

    /** Keeps everybody else from the line of a letter until the transaction ends. */
    Uni<Void> hold(DeadLetter letter) {
        String line = String.join("\n", letter.consumer(), letter.topic(), letter.key());
        return Sql.execute(SHARE_INBOX, Map.of())
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(HOLD, Integer.class)
                        .setParameter("line", line)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /**
     * Puts a letter at the end of its line, once; the caller holds it.
     *
     * @param cause why it was given up; kept if it is the first of its line
     * @return whether it lies there now: not if it was applied or dropped before
     */
    Uni<Boolean> put(DeadLetter letter, String cause) {
        return Sql.change(
                        PUT,
                        Map.ofEntries(
                                Map.entry("id", letter.id()),
                                Map.entry("consumer", letter.consumer()),
                                Map.entry("topic", letter.topic()),
                                Map.entry("key", letter.key()),
                                Map.entry("partition", letter.partition()),
                                Map.entry("offset", letter.offset()),
                                Map.entry("event", letter.eventId()),
                                Map.entry(
                                        "account",
                                        letter.account().map(UUID::toString).orElse("")),
                                Map.entry("type", letter.type().orElse("")),
                                Map.entry("content", letter.content()),
                                Map.entry("said_at", letter.saidAt()),
                                Map.entry("cause", cause)))
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter("consumer", letter.consumer())
                        .setParameter("event", letter.eventId())
                        .getSingleResult())
                .map(count -> count > 0);
    }

    Uni<Optional<DeadLetter>> find(UUID id) {
        return Sql.rows(FIND, Map.of("id", id)).map(DeadLetterRepository::first);
    }

    /** The first of the same line. */
    Uni<Optional<DeadLetter>> firstBefore(DeadLetter letter) {
        return Sql.rows(FIRST, Map.of("consumer", letter.consumer(), "topic", letter.topic(), "key", letter.key()))
                .map(DeadLetterRepository::first);
    }

    /** False if somebody else already has. */
    Uni<Boolean> remove(DeadLetter letter) {
        return Sql.change(REMOVE, Map.of("id", letter.id())).map(removed -> removed == 1);
    }

    /** False if it already was. */
    Uni<Boolean> note(DeadLetter letter) {
        return Sql.change(NOTE, Map.of("consumer", letter.consumer(), "event", letter.eventId()))
                .map(inserted -> inserted == 1);
    }

    Uni<Void> blame(DeadLetter letter, String cause) {
        return Sql.execute(BLAME, Map.of("id", letter.id(), "cause", cause));
    }

    Uni<List<UUID>> forsaken() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(FORSAKEN, UUID.class).getResultList());
    }

    Uni<List<UUID>> saidBefore(Instant time) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SAID_BEFORE, UUID.class)
                        .setParameter("time", time)
                        .getResultList());
    }

    private static Optional<DeadLetter> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(DeadLetterRepository::letter);
    }

    private static DeadLetter letter(Object[] row) {
        var key = (String) row[3];
        return new DeadLetter(
                (UUID) row[0],
                (String) row[1],
                key,
                (UUID) row[6],
                Optional.ofNullable((String) row[7]).map(UUID::fromString),
                Optional.ofNullable((String) row[8]),
                Instant.ofEpochMilli((Long) row[10]),
                DeadLetter.restored((String) row[2], (Integer) row[4], (Long) row[5], key, (String) row[9]));
    }
}
