package io.handover.kit.inbox;

import io.handover.events.Event;
import io.handover.kit.ambient.Ids;
import io.handover.kit.event.UnreadableEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The only way in for a fact: applied in one transaction with the note that it was, so that its effect happens once
 * however often the topic is read. What can't be applied is put aside, and so is what follows of the same key: it waits
 * in order until an operator has it {@link DeadLetters replayed or dropped}. Everything else flows.
 */
@ApplicationScoped
public class Inbox {

    private static final String WAITS = "waits behind an earlier event of its key";

    private final Effects effects;
    private final DeadLetterRepository letters;
    private final MeterRegistry meters;
    private final Ids ids;

    Inbox(Effects effects, DeadLetterRepository letters, MeterRegistry meters, Ids ids) {
        this.effects = effects;
        this.letters = letters;
        this.meters = meters;
        this.ids = ids;
    }

    /**
     * Applies an event unless this consumer already has, or its account is closed. What the effect records has the
     * event's origin.
     *
     * @return fails when the record is put aside, because it can't be read, its effect fails again and again, or an
     *     earlier one of its key is: the connector then publishes it to the topic's dead letters, too
     */
    public <E extends Event> Uni<Void> once(EventConsumer<E> consumer, ConsumerRecord<String, String> record) {
        // Here, so that it is there, and zero, before the first one.
        Counter deadLetters = meters.counter(
                "handover.events.dead.lettered",
                "consumer",
                consumer.name(),
                "topic",
                consumer.topic().name());
        String topic = consumer.topic().name();
        DeadLetter letter = DeadLetter.of(ids.timeOrdered(), consumer.name(), record);
        return Uni.createFrom()
                .deferred(() -> apply(consumer, letter))
                .onFailure(failure -> !(failure instanceof UnreadableEvent))
                .retry()
                .when(failures -> Attempts.fewButForOutages(failures, topic))
                .onFailure()
                .recoverWithUni(failure -> giveUp(consumer, letter, Cause.of(failure))
                        .invoke(reason -> reason.ifPresent(ignored -> deadLetters.increment())))
                .chain(reason -> reason.isPresent()
                        ? Uni.createFrom().failure(new PutAside(reason.get()))
                        : Uni.createFrom().voidItem());
    }

    /** Why it is put aside, if it is. */
    private <E extends Event> Uni<Optional<String>> apply(EventConsumer<E> consumer, DeadLetter letter) {
        ConsumerRecord<String, String> record = letter.record();
        Received<E> received = Received.read(consumer.topic(), record);
        return Panache.withTransaction(() -> letters.stand(letter)
                .chain(standing -> standing == Standing.BEHIND
                        ? lookAgain(letter)
                        : Uni.createFrom().item(standing))
                .chain(standing -> switch (standing) {
                    case FIRST -> effects.apply(consumer, received, record).replaceWith(Optional.<String>empty());
                    case AGAIN -> effects.passOver(consumer, record).replaceWith(Optional.<String>empty());
                    case BEHIND -> putAside(consumer, letter, WAITS);
                }));
    }

    /** Somebody may just be emptying the line. */
    private Uni<Standing> lookAgain(DeadLetter letter) {
        return letters.hold(letter).chain(() -> letters.stand(letter));
    }

    private Uni<Optional<String>> giveUp(EventConsumer<?> consumer, DeadLetter letter, String cause) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(
                        () -> letters.hold(letter).chain(() -> putAside(consumer, letter, cause))))
                .onFailure()
                .retry()
                .when(failures -> Attempts.untilItWorks(failures, letter.topic()))
                .invoke(reason -> reason.ifPresent(ignored -> Log.errorf(
                        "event is put aside letter=%s consumer=%s topic=%s partition=%d offset=%d cause=%s",
                        letter.id(), letter.consumer(), letter.topic(), letter.partition(), letter.offset(), cause)));
    }

    private Uni<Optional<String>> putAside(EventConsumer<?> consumer, DeadLetter letter, String cause) {
        return letters.put(letter, cause)
                .chain(isDead -> isDead && consumer.guardsAccess()
                        ? Uni.createFrom().item(Optional.of(cause))
                        : effects.leaveOut(consumer, letter.record())
                                .replaceWith(isDead ? Optional.of(cause) : Optional.<String>empty()));
    }
}
