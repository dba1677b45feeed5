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
                .chain(() -> passOver(consumer, record));
    }

    /** Nothing; nobody waits for it any more. */
    Uni<Void> passOver(EventConsumer<?> consumer, ConsumerRecord<String, String> record) {
        Envelope envelope = Envelope.of(record.headers());
        return envelope.account()
                .map(account -> versions.seen(account, consumer.topic(), envelope.version()))
                .orElse(Uni.createFrom().voidItem());
    }
}
