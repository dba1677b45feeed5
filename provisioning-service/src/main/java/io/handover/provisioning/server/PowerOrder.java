package io.handover.provisioning.server;

import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.compute.StopType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server's machine is being told, how, and since when; kept until it is done.
 *
 * @param stopType null for a start
 * @param stopTimeout seconds that the guest has; null for as long as it likes
 * @param destroyOnTimeout whether the plug is pulled then
 */
@Embeddable
record PowerOrder(
        @Enumerated(EnumType.STRING) Power power,
        @Nullable @Enumerated(EnumType.STRING) StopType stopType,
        @Nullable Integer stopTimeout,
        boolean destroyOnTimeout,
        @Column(name = "power_asked_at") Instant askedAt) {

    static PowerOrder start(Instant now) {
        return new PowerOrder(Power.START, null, null, false, kept(now));
    }

    static PowerOrder stop(StopRequest how, Instant now) {
        return of(Power.STOP, how, now);
    }

    static PowerOrder restart(StopRequest how, Instant now) {
        return of(Power.RESTART, how, now);
    }

    StopRequest how() {
        return new StopRequest(stopType == null ? StopType.SOFT : stopType, timeout(), destroyOnTimeout);
    }

    Optional<Duration> timeout() {
        return Optional.ofNullable(stopTimeout).map(Duration::ofSeconds);
    }

    /** The machine will have stopped sooner or later, whatever its guest does. */
    boolean isForced() {
        return stopType == StopType.HARD || destroyOnTimeout;
    }

    private static PowerOrder of(Power power, StopRequest how, Instant now) {
        return new PowerOrder(
                power,
                how.type(),
                how.timeout()
                        .map(timeout -> Math.toIntExact(timeout.toSeconds()))
                        .orElse(null),
                how.destroyOnTimeout(),
                kept(now));
    }

    /** As precise as the database keeps it: orders are compared. */
    private static Instant kept(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
