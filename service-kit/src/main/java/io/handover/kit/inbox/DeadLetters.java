package io.handover.kit.inbox;

import io.handover.events.Event;
import io.handover.kit.event.UnreadableEvent;
import io.handover.kit.refusal.Refusal;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What an operator does about events that were put aside. Each is applied in a transaction of its own, in its turn, by
 * the consumer that could not; what is heard meanwhile of the same key waits for that. Needs a context of its own
 * ({@link io.handover.kit.work.OwnContext}).
 */
@ApplicationScoped
public class DeadLetters {

    /** At one time; the next look goes on. */
    private static final int RELEASED_MAX = 1_000;

    private final List<EventConsumer<?>> consumers;
    private final DeadLetterRepository letters;
    private final Effects effects;

    DeadLetters(@All List<EventConsumer<?>> consumers, DeadLetterRepository letters, Effects effects) {
        this.consumers = consumers;
        this.letters = letters;
        this.effects = effects;
    }

    /** Tries a dead letter again, and after it what waits behind it. Refused with 404 or 409 when that can't be. */
    public Uni<Released> replay(UUID id) {
        return firstOfItsLine(id)
                .chain(letter -> release(consumerOf(letter).orElseThrow(() -> nobody(letter)), letter));
    }

    /** Those that nobody tries: the one before was applied or dropped, and then something ended in between. */
    public Uni<List<UUID>> forsaken() {
        return Panache.withSession(letters::forsaken);
    }

    /** Those that were said before a time and wait behind no other. */
    public Uni<List<UUID>> saidBefore(Instant time) {
        return Panache.withSession(() -> letters.saidBefore(time));
    }

    /** Passes over an event for good, as if it were applied, and applies what waits behind it. Refused likewise. */
    public Uni<Released> drop(UUID id) {
        return firstOfItsLine(id)
                .call(this::pass)
                .invoke(letter -> Log.warnf(
                        "dead letter is dropped letter=%s consumer=%s topic=%s partition=%d offset=%d",
                        letter.id(), letter.consumer(), letter.topic(), letter.partition(), letter.offset()))
                .chain(letter -> consumerOf(letter)
                        .map(consumer -> release(consumer, letter))
                        .orElse(Uni.createFrom().item(new Released(0, Optional.empty()))));
    }

    private Uni<DeadLetter> firstOfItsLine(UUID id) {
        return Panache.withSession(() -> letters.find(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .call(letter -> letters.firstBefore(letter).invoke(first -> requireFirst(letter, first))));
    }

    private Uni<Void> pass(DeadLetter letter) {
        return Panache.withTransaction(() -> letters.hold(letter)
                .chain(() -> letters.remove(letter))
                .invoke(removed -> {
                    if (!removed) {
                        throw unknown(letter.id());
                    }
                })
                .chain(() -> letters.note(letter))
                .chain(() -> consumerOf(letter)
                        .map(consumer -> effects.passOver(consumer, letter.record()))
                        .orElse(Uni.createFrom().voidItem())));
    }

    private <E extends Event> Uni<Released> release(EventConsumer<E> consumer, DeadLetter line) {
        return Multi.createBy()
                .repeating()
                .uni(() -> next(consumer, line))
                .whilst(Step::goesOn)
                .select()
                .first(RELEASED_MAX)
                .collect()
                .asList()
                .map(DeadLetters::sum);
    }

    private <E extends Event> Uni<Step> next(EventConsumer<E> consumer, DeadLetter line) {
        return Panache.withSession(() -> letters.firstBefore(line))
                .chain(first -> first.map(letter -> tryOut(consumer, letter))
                        .orElse(Uni.createFrom().item(Step.END)));
    }

    private <E extends Event> Uni<Step> tryOut(EventConsumer<E> consumer, DeadLetter letter) {
        return Uni.createFrom()
                .deferred(() -> apply(consumer, letter))
                .onFailure(failure -> !(failure instanceof UnreadableEvent))
                .retry()
                .when(Attempts::few)
                .map(applied -> applied ? Step.APPLIED : Step.GONE)
                .onFailure(failure -> !Attempts.isOutage(failure))
                .recoverWithUni(failure -> blame(letter, Cause.of(failure)));
    }

    /** False if somebody else has. */
    private <E extends Event> Uni<Boolean> apply(EventConsumer<E> consumer, DeadLetter letter) {
        ConsumerRecord<String, String> record = letter.record();
        Received<E> received = Received.read(consumer.topic(), record);
        return Panache.withTransaction(() -> letters.hold(letter)
                .chain(() -> letters.remove(letter))
                .call(removed -> removed
                        ? applyOnce(consumer, letter, received, record)
                        : Uni.createFrom().voidItem()));
    }

    private <E extends Event> Uni<Void> applyOnce(
            EventConsumer<E> consumer, DeadLetter letter, Received<E> received, ConsumerRecord<String, String> record) {
        return letters.note(letter)
                .chain(first -> first ? effects.apply(consumer, received, record) : effects.passOver(consumer, record));
    }

    private Uni<Step> blame(DeadLetter letter, String cause) {
        Log.warnf("dead letter can't be applied letter=%s consumer=%s cause=%s", letter.id(), letter.consumer(), cause);
        return Panache.withTransaction(() -> letters.blame(letter, cause)).replaceWith(Step.failed(letter.id(), cause));
    }

    private static Released sum(List<Step> steps) {
        return new Released(
                (int) steps.stream().filter(Step::isApplied).count(),
                steps.getLast().failed());
    }

    private Optional<EventConsumer<?>> consumerOf(DeadLetter letter) {
        return consumers.stream()
                .filter(consumer -> consumer.name().equals(letter.consumer())
                        && consumer.topic().name().equals(letter.topic()))
                .findFirst();
    }

    private static void requireFirst(DeadLetter letter, Optional<DeadLetter> first) {
        if (first.isPresent() && !first.get().id().equals(letter.id())) {
            throw Refusal.conflict(
                    "DEAD_LETTER_WAITS",
                    "It waits behind " + first.get().id()
                            + " of the same key, which must be replayed or dropped first.");
        }
    }

    private static Refusal unknown(UUID id) {
        return Refusal.notFound("DEAD_LETTER_NOT_FOUND", "There is no dead letter " + id + ".");
    }

    private static Refusal nobody(DeadLetter letter) {
        return Refusal.conflict(
                "DEAD_LETTER_CONSUMER_GONE",
                "Nobody here is the consumer " + letter.consumer() + " any more; it can be dropped.");
    }
}
