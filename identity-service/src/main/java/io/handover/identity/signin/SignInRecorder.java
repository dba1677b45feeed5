package io.handover.identity.signin;

import io.handover.events.Topics;
import io.handover.events.identity.SignInRefused;
import io.handover.kit.origin.Origin;
import io.handover.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Says who signed in and who was not let in. Public, because Quarkus generates its callers elsewhere. */
@ApplicationScoped
public class SignInRecorder {

    private static final String REFUSALS = "sign-in-refusals";

    private final Outbox outbox;
    private final EventBus bus;
    private final Clock clock;
    private final Throttle<UUID> told;

    SignInRecorder(Outbox outbox, EventBus bus, SigninConfig config, Clock clock) {
        this.outbox = outbox;
        this.bus = bus;
        this.clock = clock;
        this.told = new Throttle<>(config.failures(), config.window());
    }

    /** A refusal on its way to the outbox. */
    record Refused(SignInRefused event, Origin origin) {}

    /** Nobody comes in unrecorded; needs a transaction. */
    Uni<Void> succeeded(Attempt attempt) {
        return outbox.record(Topics.IDENTITY_ACCOUNT, attempt.succeeded(), attempt.origin());
    }

    /**
     * Beside the answer and not before it: its time must not tell whoever guesses that the name exists. As many of one
     * user in one window as wrong passwords are tried, so that a storm of guesses is no storm of events.
     */
    void refused(Attempt attempt, Obstacle obstacle) {
        Instant now = clock.instant();
        UUID user = attempt.userId();
        if (told.waitFor(user, now).isEmpty()) {
            told.failed(user, now);
            bus.send(REFUSALS, new Refused(attempt.refused(obstacle), attempt.origin()));
        }
    }

    @ConsumeEvent(REFUSALS)
    @WithTransaction
    Uni<Void> record(Refused refused) {
        return outbox.record(Topics.IDENTITY_ACCOUNT, refused.event(), refused.origin());
    }
}
