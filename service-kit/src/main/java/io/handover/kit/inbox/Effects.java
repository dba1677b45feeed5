package io.handover.kit.inbox;

import io.handover.events.Event;
import io.handover.kit.origin.CurrentOrigin;
import io.handover.kit.version.AccountVersions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of an event in the present transaction, and that the account's version is seen. */
@ApplicationScoped
class Effects {

    private final AccountVersions versions;
    private final CurrentOrigin origin;

    Effects(AccountVersions versions, CurrentOrigin origin) {
        this.versions = versions;
        this.origin = origin;
    }

    /** In the name of who caused the event. */
    <E extends Event> Uni<Void> apply(
            EventConsumer<E> consumer, Received<E> received, ConsumerRecord<String, String> record) {
        return origin.causedBy(received.origin(), () -> consumer.apply(received))
                .chain(() -> seen(consumer, record, received.event().withdraws()));
    }

    /** Nothing, again; nobody waits for it any more. */
    Uni<Void> passOver(EventConsumer<?> consumer, ConsumerRecord<String, String> record) {
        return seen(consumer, record, false);
    }

    /** Nothing, for now; nobody waits for it any more. It may withdraw something, for all that is known. */
    Uni<Void> leaveOut(EventConsumer<?> consumer, ConsumerRecord<String, String> record) {
        return seen(consumer, record, true);
    }

    private Uni<Void> seen(EventConsumer<?> consumer, ConsumerRecord<String, String> record, boolean withdraws) {
        Envelope envelope = Envelope.of(record.headers());
        return envelope.account()
                .map(account -> versions.seen(consumer, account, envelope.version(), withdraws))
                .orElse(Uni.createFrom().voidItem());
    }
}
