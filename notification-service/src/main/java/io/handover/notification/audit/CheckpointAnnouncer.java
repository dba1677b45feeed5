package io.handover.notification.audit;

import io.handover.events.Topics;
import io.handover.events.notification.AuditCheckpointSigned;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.handover.kit.work.OwnContext;
import io.handover.kit.work.Worker;
import io.handover.notification.audit.AuditKeys.Signer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells others how far the trails have come, so that whoever listens is a witness of what they were. */
@ApplicationScoped
class CheckpointAnnouncer {

    private static final String DUE = """
            select account_id, size, encode(hash, 'hex'), checkpoint from audit_chain
            where announced_size < size and announced_at <= :before
            order by announced_at limit 1 for update skip locked""";

    private static final String ANNOUNCED = """
            update audit_chain set announced_size = :size, announced_at = :now where account_id = :account""";

    private final Outbox outbox;
    private final Signer signer;
    private final Clock clock;
    private final Duration every;
    private final Worker worker;

    CheckpointAnnouncer(Outbox outbox, AuditKeys keys, AuditConfig config, Clock clock, Vertx vertx) {
        this.outbox = outbox;
        this.signer = keys.signer();
        this.clock = clock;
        this.every = config.announceEvery();
        this.worker = new Worker("checkpoints", vertx, 1, this::announceOne);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    private Uni<Boolean> announceOne(OwnContext own) {
        Instant now = clock.instant();
        return own.keep(Panache.withTransaction(
                () -> Sql.rows(DUE, Map.of("before", now.minus(every))).chain(due -> announce(due, now))));
    }

    private Uni<Boolean> announce(List<Object[]> due, Instant now) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        Object[] row = due.getFirst();
        var head = new ChainHead((UUID) row[0], (Long) row[1], (String) row[2], (String) row[3]);
        return record(head)
                .chain(() -> Sql.execute(ANNOUNCED, Map.of("account", head.account(), "size", head.size(), "now", now)))
                .replaceWith(true);
    }

    /** Nothing of a trail that does not end where it was signed. */
    private Uni<Void> record(ChainHead head) {
        String checkpoint = head.checkpoint();
        return checkpoint != null && head.isSigned(signer)
                ? outbox.record(Topics.NOTIFICATION_AUDIT, new AuditCheckpointSigned(head.account(), checkpoint))
                : Uni.createFrom().voidItem();
    }
}
