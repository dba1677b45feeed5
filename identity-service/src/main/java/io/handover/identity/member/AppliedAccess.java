package io.handover.identity.member;

import io.handover.kit.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** The wishes for access that have been carried out, in the table {@code access_applied}. */
@ApplicationScoped
class AppliedAccess {

    private static final Duration STEP = Duration.ofMillis(25);
    private static final String NOTE = """
            insert into access_applied (request_id, applied_at) values (:request, :now) on conflict do nothing""";
    private static final String TAKE = "delete from access_applied where request_id = :request";

    private final MemberConfig config;
    private final Clock clock;

    AppliedAccess(MemberConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Inside the transaction of the event that says so. */
    Uni<Void> note(UUID requestId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NOTE)
                        .setParameter("request", requestId)
                        .setParameter("now", clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Until a wish is carried out, so that the next request of whoever asked sees it; 503 when that takes too long. */
    Uni<Void> await(UUID requestId) {
        return await(requestId, (int) config.accessPatience().dividedBy(STEP));
    }

    private Uni<Void> await(UUID requestId, int attempts) {
        return take(requestId).chain(taken -> {
            if (taken) {
                return Uni.createFrom().voidItem();
            }
            if (attempts == 0) {
                return Uni.createFrom().failure(Refusal.busy("The access is saved, and on its way into force."));
            }
            return pause().chain(() -> await(requestId, attempts - 1));
        });
    }

    private static Uni<Boolean> take(UUID requestId) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("request", requestId)
                        .executeUpdate())
                .map(deleted -> deleted == 1));
    }

    private static Uni<Void> pause() {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .emitter(step -> context.owner()
                        .setTimer(STEP.toMillis(), timer -> context.runOnContext(ignored -> step.complete(null))));
    }
}
