package io.handover.kit.deadletter;

import io.handover.kit.inbox.DeadLetters;
import io.handover.kit.sql.Sql;
import io.handover.kit.work.OwnContext;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Goes on where letting a line through was cut off, and drops what is older than what names people may get. */
@ApplicationScoped
class DeadLetterUpkeep {

    private final DeadLetters letters;
    private final DeadLetterConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private volatile boolean stopped;

    DeadLetterUpkeep(DeadLetters letters, DeadLetterConfig config, Clock clock, Vertx vertx) {
        this.letters = letters;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        look();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void look() {
        OwnContext.run(vertx, own -> goOn().chain(this::dropOld), ended -> lookAgain(), failed -> {
            Log.debugf(
                    "dead letters are not looked after error=%s",
                    failed.getClass().getSimpleName());
            lookAgain();
        });
    }

    private void lookAgain() {
        if (!stopped) {
            vertx.setTimer(config.lookEvery().toMillis(), timer -> look());
        }
    }

    private Uni<Void> goOn() {
        return letters.forsaken().chain(ids -> each(ids, letters::replay));
    }

    private Uni<Void> dropOld() {
        return letters.saidBefore(clock.instant().minus(config.keep())).chain(ids -> each(ids, letters::drop));
    }

    /** Another replica may be faster: that one is gone then. */
    private static Uni<Void> each(List<UUID> ids, Function<UUID, Uni<?>> step) {
        return Sql.each(ids, id -> step.apply(id).replaceWithVoid().onFailure().recoverWithNull());
    }
}
